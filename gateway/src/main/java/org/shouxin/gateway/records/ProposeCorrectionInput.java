package org.shouxin.gateway.records;

import java.util.Set;
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
  private static final Set<String> WAYS_TO_HER = Set.of("mobile", "email");

  /** Whether what is sent to the person goes elsewhere afterwards. */
  boolean changesWhereSheIsReached() {
    return WAYS_TO_HER.contains(field);
  }

  @Override
  public String toString() {
    return "ProposeCorrectionInput[redacted]";
  }
}
