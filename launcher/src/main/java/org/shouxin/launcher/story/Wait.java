package org.shouxin.launcher.story;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.shouxin.launcher.LauncherException;

/** Waits for what the services do in their own time. */
final class Wait {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Wait() {}

  /** What appears within half a minute. */
  static <T> T until(String what, Supplier<Optional<T>> look) {
    return until(PATIENCE, what, look);
  }

  static <T> T until(Duration patience, String what, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<T> found = look.get();
    while (found.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new LauncherException(
            "The story waited in vain: " + what + ". The services' logs say more.");
      }
      pause();
      found = look.get();
    }
    return found.get();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.", stopped);
    }
  }
}
