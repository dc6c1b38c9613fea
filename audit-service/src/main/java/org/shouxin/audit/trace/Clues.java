package org.shouxin.audit.trace;

import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/**
 * What the database and the log know of a leak beside whom it concerns.
 *
 * @param canaries numbers of the leaked people who are canaries
 * @param marked readers whose mark a leaked sheet carries
 */
record Clues(RoaringBitmap canaries, Set<Reader> marked) {
  static final Clues NONE = new Clues(new RoaringBitmap(), Set.of());
}
