package org.shouxin.consent.rightsrequest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.duty.ClockView;

/**
 * A rights request as its readers see it; texts are sealed in records-service, here stand their
 * ids.
 *
 * @param erasure for a deletion: what becomes of each record; for the person herself once confirmed
 */
public record RightsRequest(
    UUID id,
    UUID customerId,
    String type,
    String state,
    @Nullable UUID textId,
    @Nullable UUID answerTextId,
    @Nullable String reasonCode,
    Instant receivedAt,
    Instant dueAt,
    List<ClockView> clocks,
    List<ErasureAnswer> erasure) {}
