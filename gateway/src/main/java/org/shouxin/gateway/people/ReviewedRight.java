package org.shouxin.gateway.people;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One right of one employee in a review. */
public record ReviewedRight(
    @NonNull @Id String id,
    @NonNull @Id String reviewId,
    @NonNull String employeeNo,
    @Nullable String branch,
    @NonNull String purpose,
    @NonNull List<@NonNull String> marks,
    @NonNull String state,
    @Nullable String decidedBy,
    @Nullable String decidedAt) {}
