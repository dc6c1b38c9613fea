package org.shouxin.records.correction.propagation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CustomerId;

/**
 * Tells one recipient that a field it was given has been corrected. It carries no value: the
 * recipient reads the person again, and that read is decided and recorded like any other.
 */
public record CorrectionNotice(
    UUID id,
    UUID correctionId,
    CustomerId customerId,
    String field,
    String recipientId,
    Instant correctedAt,
    Instant dueAt,
    int attempts,
    @Nullable Instant deliveredAt,
    @Nullable Instant deadAt,
    @Nullable Instant acknowledgedAt) {

  /** Where the notice stands. */
  String state() {
    if (acknowledgedAt != null) {
      return "ACKNOWLEDGED";
    }
    if (deliveredAt != null) {
      return "DELIVERED";
    }
    return deadAt == null ? "OPEN" : "UNDELIVERABLE";
  }
}
