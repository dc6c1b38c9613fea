package org.shouxin.records.export;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CustomerId;

/**
 * A request to export customers to one receiver (R-RC-15).
 *
 * @param receiverKey Tink public keyset (HPKE)
 * @param fetchBy null while it waits and when it was rejected
 * @param markedRows rows before decoys; null until it was fetched
 */
public record Export(
    UUID id,
    String requestedBy,
    @Nullable String requesterBranch,
    String receiver,
    String receiverKey,
    String purpose,
    String reference,
    String format,
    List<UUID> people,
    Instant requestedAt,
    Instant decideBy,
    @Nullable String decidedBy,
    @Nullable Instant fetchBy,
    @Nullable Instant producedAt,
    @Nullable Integer markedRows) {

  /** How long an approved export waits to be fetched. */
  static final Duration FETCHED_WITHIN = Duration.ofHours(24);

  ExportState state(Instant now) {
    Instant end = fetchBy;
    if (producedAt != null) {
      return new ExportState.Produced();
    }
    if (end != null) {
      return now.isBefore(end) ? new ExportState.Approved(end) : new ExportState.Expired();
    }
    if (decidedBy != null) {
      return new ExportState.Rejected();
    }
    return now.isBefore(decideBy) ? new ExportState.Requested() : new ExportState.Expired();
  }

  List<CustomerId> customers() {
    return people.stream().map(CustomerId::new).toList();
  }
}
