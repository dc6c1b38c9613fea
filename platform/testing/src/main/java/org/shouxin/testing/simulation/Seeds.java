package org.shouxin.testing.simulation;

import java.util.Optional;

/** Runs one seed after the other. */
public final class Seeds {
  private Seeds() {}

  /** Runs {@code count} seeds from {@code first} on; what was broken first, with its seed. */
  public static Optional<String> findBroken(long first, long count, Schedule.Story story) {
    for (long seed = first; seed < first + count; seed++) {
      try {
        Schedule.run(seed, story);
      } catch (AssertionError broken) {
        return Optional.of(String.valueOf(broken.getMessage()));
      }
    }
    return Optional.empty();
  }

  /**
   * How many seeds a test runs: {@code usual}, or what {@code -Dshouxin.simulation.seeds} says for
   * a longer run.
   */
  public static long count(long usual) {
    return Long.getLong("shouxin.simulation.seeds", usual);
  }

  /** The first seed: 1, or what {@code -Dshouxin.simulation.first} says. */
  public static long first() {
    return Long.getLong("shouxin.simulation.first", 1);
  }
}
