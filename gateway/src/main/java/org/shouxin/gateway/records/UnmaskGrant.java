package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Leave to see one field of one person for 15 minutes.
 *
 * @param value the open value, to the one who asked, while the grant is open
 */
public record UnmaskGrant(
    @NonNull @Id String id,
    @NonNull String state,
    @Nullable String expiresAt,
    @Nullable String value) {

  @Override
  public String toString() {
    return "UnmaskGrant[" + id + ", " + state + ", redacted]";
  }
}
