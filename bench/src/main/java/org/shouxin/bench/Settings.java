package org.shouxin.bench;

/**
 * How long and how large.
 *
 * @param rounds of each side, interleaved
 * @param seconds of one sample
 * @param full at the sizes of the table of targets, else a hundredth, to see that it works
 */
record Settings(int rounds, int seconds, boolean full) {

  /** A size of the table, or its hundredth. */
  int size(int atFull) {
    return full ? atFull : Math.max(1, atFull / 100);
  }
}
