package org.shouxin.testing.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still unless it is moved, forward or back. */
public final class SimulatedClock extends Clock {
  private Instant now;

  public SimulatedClock(Instant now) {
    this.now = now;
  }

  /** Moves it, back when the time is negative. */
  public void move(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
