package org.shouxin.records.correction;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.time.BusinessTime;

/** A proposal that waits for its second person: which field of whom, never the value. */
record WaitingCorrection(
    String id, String customerId, String field, String proposedBy, OffsetDateTime proposedAt) {

  static WaitingCorrection of(
      UUID id, CustomerId customer, String field, String proposedBy, Instant proposedAt) {
    return new WaitingCorrection(
        id.toString(),
        customer.toString(),
        field,
        proposedBy,
        proposedAt.atZone(BusinessTime.ZONE).toOffsetDateTime());
  }
}
