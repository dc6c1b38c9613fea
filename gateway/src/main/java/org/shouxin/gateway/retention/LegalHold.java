package org.shouxin.gateway.retention;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A legal hold, which suspends destruction. */
public record LegalHold(
    @NonNull @Id String id,
    @NonNull LegalHoldScope scope,
    @NonNull @Description("PLACED, IN_FORCE, RELEASE_PROPOSED, RELEASED.") String state,
    @NonNull String reason,
    @NonNull String placedBy,
    @NonNull String placedAt,
    @Description("Records that it covers now.") int covered,
    @NonNull List<@NonNull LegalHoldStep> steps) {}
