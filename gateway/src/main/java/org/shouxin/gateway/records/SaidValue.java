package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A value, masked, as one source says it. */
@Description("A value, masked, as one source says it.")
public record SaidValue(
    @NonNull @Id String statementId,
    @Nullable String value,
    @NonNull String source,
    @NonNull String recordedAt,
    @Nullable String verifiedAt) {

  @Override
  public String toString() {
    return "SaidValue[redacted]";
  }
}
