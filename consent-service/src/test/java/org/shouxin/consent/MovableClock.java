package org.shouxin.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.shouxin.platform.time.BusinessTime;

/** The clock of tests: the real one, moved on by as much as a test wants. */
@ApplicationScoped
public class MovableClock {
  private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

  @Produces
  @Singleton
  Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return BusinessTime.ZONE;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return Instant.now().plus(AHEAD.get());
      }
    };
  }

  /** Runs with a clock that is ahead, then puts it right again. */
  public static void ahead(Duration by, Runnable test) {
    AHEAD.set(by);
    try {
      test.run();
    } finally {
      AHEAD.set(Duration.ZERO);
    }
  }
}
