package org.shouxin.audit.trace;

import java.time.Instant;
import org.roaringbitmap.RoaringBitmap;

/** Whom a reader read in a span of time. */
record Reads(RoaringBitmap subjects, Instant firstAt, Instant lastAt) {

  /** Takes the other's people into these, and spans both times: for sums over many days. */
  Reads plus(Reads other) {
    subjects.or(other.subjects);
    return new Reads(
        subjects,
        firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt,
        lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
  }

  Reads and(Reads other) {
    return new Reads(
        RoaringBitmap.or(subjects, other.subjects),
        firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt,
        lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
  }
}
