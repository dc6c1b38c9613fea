package org.shouxin.system;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other processes do in their own time. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private Eventually() {}

  /** Repeats the check until it passes; after a minute its own failure is the failure. */
  public static void passes(Runnable check) {
    passes(PATIENCE, check);
  }

  /** Repeats the check for as long as is said. */
  public static void passes(Duration patience, Runnable check) {
    Instant deadline = Instant.now().plus(patience);
    while (true) {
      try {
        check.run();
        return;
      } catch (AssertionError notYet) {
        if (Instant.now().isAfter(deadline)) {
          throw notYet;
        }
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
