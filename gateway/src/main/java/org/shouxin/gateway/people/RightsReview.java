package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An entitlement review; report and signature are there once it is closed (R-AC-04). */
public record RightsReview(
    @NonNull @Id String id,
    @NonNull String openedAt,
    @NonNull String openedBy,
    @NonNull String dueAt,
    @Nullable String closedAt,
    @Nullable String report,
    @Nullable String signature) {}
