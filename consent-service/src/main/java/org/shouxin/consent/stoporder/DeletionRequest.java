package org.shouxin.consent.stoporder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to one recipient to delete what it was given of one destroyed person. */
public record DeletionRequest(
    UUID id,
    String recipientId,
    UUID customerId,
    Instant askedAt,
    Instant dueAt,
    int attempts,
    @Nullable Instant toldAt,
    @Nullable Instant confirmedAt) {

  /** Where it stands, for lists. */
  String state() {
    if (confirmedAt != null) {
      return "CONFIRMED";
    }
    return toldAt == null ? "OPEN" : "DELIVERED";
  }
}
