package org.shouxin.gateway.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What a caller knew, and when. */
@Input("FileLeakReportInput")
public record FileLeakReportInput(
    @NonNull @Id String customerId,
    @NonNull @Description("What the caller said, in the person's own words.") String detail,
    @NonNull @Description("Names of the fields that the caller knew.")
        List<@NonNull String> knownFields,
    @NonNull String contactedAt) {

  @Override
  public String toString() {
    return "FileLeakReportInput[redacted]";
  }
}
