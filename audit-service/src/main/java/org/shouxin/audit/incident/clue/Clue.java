package org.shouxin.audit.incident.clue;

import java.time.Instant;
import java.util.List;

/**
 * One who held what the caller knew, before the caller showed it.
 *
 * @param fields those of the known fields that this actor saw
 * @param accesses how often it saw any of them
 * @param logIndexes places of the evidence in the log, newest first, 20 at most
 */
public record Clue(
    String actorKind,
    String actorId,
    List<String> fields,
    int accesses,
    Instant lastAt,
    List<Long> logIndexes) {}
