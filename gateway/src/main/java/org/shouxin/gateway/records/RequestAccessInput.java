package org.shouxin.gateway.records;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Whom, which fields, what for, why, and for how long. */
@Input("RequestAccessInput")
public record RequestAccessInput(
    @Id @NonNull List<@NonNull String> customerIds,
    @NonNull List<@NonNull String> fields,
    @NonNull String purpose,
    @NonNull @Description("At least 10 characters; sealed with the customers' records.")
        String reason,
    @NonNull @Description("1 to 1440; of break-glass at most 60.") Integer minutes) {

  @Override
  public String toString() {
    return "RequestAccessInput[redacted]";
  }
}
