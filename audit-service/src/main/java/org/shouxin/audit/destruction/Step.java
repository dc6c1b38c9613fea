package org.shouxin.audit.destruction;

import java.time.Instant;

/**
 * A step as it was taken.
 *
 * @param actorId employee number, or a service
 * @param scopeDigest of the list at that moment
 * @param detail the named witness of a start, why it stopped, why the witness cannot speak, or
 *     empty
 */
public record Step(StepKind kind, Instant at, String actorId, String scopeDigest, String detail) {}
