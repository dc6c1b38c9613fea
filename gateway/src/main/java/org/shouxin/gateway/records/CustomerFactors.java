package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** What a caller knows of one person; at least two are needed. */
@Input("CustomerFactors")
public record CustomerFactors(
    @Nullable String name,
    @Nullable String idNumber,
    @Nullable String mobile,
    @Nullable String policyNumber) {

  @Override
  public String toString() {
    return "CustomerFactors[redacted]";
  }
}
