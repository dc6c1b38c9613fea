package org.shouxin.audit.incident.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.time.DutyClock;

/**
 * A clock as its incident shows it: computed from its events, never stored.
 *
 * @param course what it went through, in order
 */
public record ClockView(
    String code, Instant startedAt, Instant dueAt, @Nullable Instant metAt, List<String> course) {

  /** Whether the duty is still owed. */
  public boolean runs() {
    return metAt == null;
  }

  /** Whether it was, or is as of now, late; being met afterwards does not undo it. */
  public boolean isBreached(Instant now) {
    return course.contains("BREACHED")
        || new DutyClock(code, startedAt, dueAt, Duration.ZERO, metAt).state(now)
            == DutyClock.State.BREACHED;
  }
}
