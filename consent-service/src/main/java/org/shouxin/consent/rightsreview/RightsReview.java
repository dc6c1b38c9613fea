package org.shouxin.consent.rightsreview;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A review; the signed report is there once it is closed. */
public record RightsReview(
    UUID id,
    Instant openedAt,
    String openedBy,
    Instant dueAt,
    @Nullable Instant closedAt,
    @Nullable String report,
    @Nullable String signature) {}
