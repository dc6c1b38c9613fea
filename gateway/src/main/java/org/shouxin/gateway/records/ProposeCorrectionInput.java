package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A field of a person that is wrong, and its right value.
 *
 * @param code the one-time code sent to a new mobile number
 */
@Input("ProposeCorrectionInput")
public record ProposeCorrectionInput(
    @NonNull @Id String customerId,
    @NonNull String field,
    @NonNull String value,
    @Nullable String evidence,
    @Nullable String code) {

  @Override
  public String toString() {
    return "ProposeCorrectionInput[redacted]";
  }
}
