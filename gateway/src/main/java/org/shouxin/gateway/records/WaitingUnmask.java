package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Another employee's request to see one field of one person, before it is decided. */
public record WaitingUnmask(
    @NonNull @Id String id,
    @NonNull @Id String customerId,
    @NonNull String field,
    @NonNull String purpose,
    @NonNull String requestedBy,
    @NonNull String requestedAt,
    @NonNull String decideBy,
    @Nullable String reason) {

  @Override
  public String toString() {
    return "WaitingUnmask[" + id + ", redacted]";
  }
}
