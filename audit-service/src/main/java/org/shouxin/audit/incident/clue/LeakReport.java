package org.shouxin.audit.incident.clue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report of a leak as those who investigate see it.
 *
 * @param textId sealed text in records-service
 * @param clues who held those fields before, most of the fields first
 */
public record LeakReport(
    UUID id,
    String reporterKind,
    String reporterId,
    @Nullable UUID subjectRef,
    @Nullable UUID textId,
    List<String> knownFields,
    Instant contactedAt,
    Instant receivedAt,
    List<Clue> clues) {

  /** What the reporter is told: that there is a case, and since when. */
  public record Receipt(UUID id, Instant receivedAt) {}
}
