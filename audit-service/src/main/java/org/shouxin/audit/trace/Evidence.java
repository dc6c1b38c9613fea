package org.shouxin.audit.trace;

import java.time.Instant;

/**
 * One read of a leaked person by a suspect before the leak surfaced. Its proof and its entry, which
 * names person, purpose and fields, are at {@code /v1/proofs/inclusion/{eventId}}.
 *
 * @param suspect place of its reader in the ranking, from 0
 */
public record Evidence(int suspect, String eventId, long logIndex, Instant occurredAt) {}
