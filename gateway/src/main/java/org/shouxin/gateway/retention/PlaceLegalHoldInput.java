package org.shouxin.gateway.retention;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What is to be held, and why. */
@Input("PlaceLegalHoldInput")
public record PlaceLegalHoldInput(
    @NonNull @Description("PERSON, POLICY, CASE, QUERY.") String kind,
    @Nullable @Id String customerId,
    @Nullable @Id @Description("Of the policy or case.") String recordId,
    @Nullable String insurer,
    @Nullable String branch,
    @Nullable String endedFrom,
    @Nullable String endedUntil,
    @NonNull String reason) {

  LegalHoldScope scope() {
    return new LegalHoldScope(kind, customerId, recordId, insurer, branch, endedFrom, endedUntil);
  }
}
