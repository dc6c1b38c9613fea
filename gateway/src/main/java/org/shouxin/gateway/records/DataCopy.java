package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A copy of a person's data to take away (PIPL art. 45). */
@Description("A copy of a person's data to take away.")
public record DataCopy(
    @NonNull @Description("application/json or application/pdf.") String mediaType,
    @NonNull @Description("The file, base64.") String content) {

  @Override
  public String toString() {
    return "DataCopy[redacted]";
  }
}
