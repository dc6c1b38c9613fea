package org.shouxin.consent.rightsreview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One right of one employee in a review.
 *
 * @param managed a supervisor of the branch decides; else compliance
 * @param marks UNUSED, CONFLICTING
 * @param state OPEN, CONFIRMED, REVOKED, SUSPENDED
 */
public record ReviewItem(
    UUID id,
    UUID reviewId,
    String employeeNo,
    @Nullable String branch,
    boolean managed,
    String purpose,
    List<String> marks,
    String state,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt) {}
