package org.shouxin.audit.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the index with the entry it points to. */
public record IndexedEntry(
    long logIndex,
    UUID eventId,
    Instant occurredAt,
    @Nullable UUID subjectRef,
    String actorKind,
    String actorId,
    String entry) {}
