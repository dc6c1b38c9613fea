package org.shouxin.audit.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reader who could have leaked the sample.
 *
 * @param matched leaked people that this reader had read
 * @param accessed all people that this reader had read
 * @param coverage matched by the size of the sample that anybody had read
 * @param precision matched by accessed
 * @param score bits of evidence, see {@link LeakModel}; 0 where chance explains the overlap
 * @param canaries canaries among the leaked people whom this reader had read
 * @param marked a leaked sheet carries the mark of an export of this reader
 */
public record Suspect(
    String actorKind,
    String actorId,
    int matched,
    int accessed,
    double coverage,
    double precision,
    double score,
    int canaries,
    boolean marked,
    @Nullable Instant firstAt,
    @Nullable Instant lastAt) {
  Reader reader() {
    return new Reader(actorKind, actorId);
  }
}
