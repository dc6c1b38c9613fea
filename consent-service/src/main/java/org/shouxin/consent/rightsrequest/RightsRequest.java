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
 * @param channel PORTAL, or how it reached the staff who recorded it
 * @param recordedBy employee number of who recorded it; not told to the customer
 * @param identityProof how it was checked who asks; null while it is not known
 * @param erasure for a deletion: what becomes of each record; for the person herself once confirmed
 */
public record RightsRequest(
    UUID id,
    UUID customerId,
    String type,
    String state,
    String channel,
    @Nullable String recordedBy,
    @Nullable String identityProof,
    @Nullable UUID textId,
    @Nullable UUID answerTextId,
    @Nullable String reasonCode,
    Instant receivedAt,
    Instant dueAt,
    List<ClockView> clocks,
    List<ErasureAnswer> erasure) {}
