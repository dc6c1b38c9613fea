package org.shouxin.audit.trace;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of a leak beside whom it concerns.
 *
 * @param before when it surfaced
 * @param fields that were leaked of each person; empty when not known
 * @param markedExports exports whose mark a leaked sheet carries
 */
record Leak(Instant before, SortedSet<String> fields, List<String> markedExports) {
  static Leak of(Instant before, List<String> fields, List<String> markedExports) {
    return new Leak(before, new TreeSet<>(fields), List.copyOf(markedExports));
  }
}
