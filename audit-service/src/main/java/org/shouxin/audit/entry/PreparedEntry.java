package org.shouxin.audit.entry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event ready to be sequenced: its canonical entry and what the index keeps of it.
 *
 * @param text the exact entry: RFC 8785 JSON of the event and of the log's own fields recordedAt,
 *     source, sourcePosition
 * @param reported canonical JSON of the event alone, to tell a replay from another event
 */
record PreparedEntry(
    String source,
    long position,
    UUID eventId,
    String controllerId,
    String type,
    Instant occurredAt,
    Instant recordedAt,
    @Nullable UUID subjectRef,
    String actorKind,
    String actorId,
    @Nullable String purpose,
    @Nullable Boolean permitted,
    String text,
    String reported) {

  /** Type of the entry that stands for an event which was kept out. */
  static final String QUARANTINED = "event.quarantined";
}
