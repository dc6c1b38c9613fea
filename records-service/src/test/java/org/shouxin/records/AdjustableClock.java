package org.shouxin.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.shouxin.platform.time.BusinessTime;

/** The service's clock in tests: the real time, moved forward when a test says so. */
@ApplicationScoped
public class AdjustableClock {
  private volatile Duration ahead = Duration.ZERO;

  public void moveForward(Duration by) {
    ahead = ahead.plus(by);
  }

  public void reset() {
    ahead = Duration.ZERO;
  }

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
        return Clock.offset(Clock.system(zone), ahead);
      }

      @Override
      public Instant instant() {
        return Instant.now().plus(ahead);
      }
    };
  }
}
