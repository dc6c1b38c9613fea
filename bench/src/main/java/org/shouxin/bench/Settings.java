package org.shouxin.bench;

/**
 * How long and how large.
 *
 * @param rounds of each side, interleaved
 * @param seconds of one sample
 * @param warmUp seconds that our side runs before the first round that counts
 * @param full at the sizes of the table of targets, else a hundredth, to see that it works
 * @param seed of what is chosen by chance, where a benchmark says so
 * @param minutes of the fault loop
 */
record Settings(int rounds, int seconds, int warmUp, boolean full, long seed, int minutes) {

  /** Whether something that ran for so many rounds is warm: two cores compile for a minute. */
  boolean isWarm(int rounds) {
    return rounds > 0 && rounds * seconds >= warmUp;
  }

  /** A size of the table, or its hundredth. */
  int size(int atFull) {
    return full ? atFull : Math.max(1, atFull / 100);
  }
}
