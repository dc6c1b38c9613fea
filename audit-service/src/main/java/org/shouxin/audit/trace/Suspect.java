package org.shouxin.audit.trace;

import java.time.Instant;

/**
 * A reader who could have leaked the sample.
 *
 * @param matched leaked people that this reader had read
 * @param accessed all people that this reader had read
 * @param coverage matched by the size of the sample that anybody had read
 * @param precision matched by accessed
 * @param score bits of evidence, see {@link LeakModel}; 0 where chance explains the overlap
 */
public record Suspect(
    String actorKind,
    String actorId,
    int matched,
    int accessed,
    double coverage,
    double precision,
    double score,
    Instant firstAt,
    Instant lastAt) {}
