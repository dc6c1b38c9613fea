package org.shouxin.consent.stoporder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order to one recipient to stop processing one person's data for one purpose.
 *
 * @param dueAt acknowledgement due (K-07: 24 hours)
 * @param deadAt delivery was given up; the order itself stands
 */
record StopOrder(
    UUID id,
    String recipientId,
    UUID consentRecordId,
    UUID customerId,
    String purpose,
    Instant orderedAt,
    Instant dueAt,
    int attempts,
    @Nullable Instant deliveredAt,
    @Nullable Instant deadAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant overdueAt) {

  /** Where the order stands, for lists. */
  String state() {
    if (acknowledgedAt != null) {
      return "ACKNOWLEDGED";
    }
    if (overdueAt != null) {
      return "OVERDUE";
    }
    if (deadAt != null) {
      return "UNDELIVERABLE";
    }
    return deliveredAt != null ? "DELIVERED" : "OPEN";
  }

  /** True while the webhook is still tried. */
  boolean stillToDeliver() {
    return deliveredAt == null && deadAt == null && acknowledgedAt == null;
  }
}
