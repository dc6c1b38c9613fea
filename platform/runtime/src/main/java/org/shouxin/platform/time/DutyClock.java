package org.shouxin.platform.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A running legal clock (DR-14): the due time is fixed at the start, pauses move it, and its state
 * is computed, never set. A breach cannot be undone: a clock that stopped late was breached.
 *
 * @param code for example {@code K-01}
 * @param paused time that does not count, for clocks that may wait for the customer
 * @param stoppedAt when the duty was met; null while it runs
 */
public record DutyClock(
    String code, Instant startedAt, Instant dueAt, Duration paused, @Nullable Instant stoppedAt) {

  /** What a clock shows. */
  public enum State {
    RUNNING,
    MET,
    BREACHED
  }

  /** Starts a clock. */
  public static DutyClock start(
      String code, Instant now, DutyPeriod period, WorkingCalendar calendar) {
    return new DutyClock(code, now, period.after(now, calendar), Duration.ZERO, null);
  }

  /** The same clock after a pause of this length; {@code longest} bounds all pauses together. */
  public DutyClock pausedFor(Duration length, Duration longest) {
    Duration allowed = longest.minus(paused);
    Duration counted = length.compareTo(allowed) < 0 ? length : allowed;
    return new DutyClock(code, startedAt, dueAt.plus(counted), paused.plus(counted), stoppedAt);
  }

  /** The same clock, stopped; a stopped clock stays as it is. */
  public DutyClock stop(Instant now) {
    return stoppedAt == null ? new DutyClock(code, startedAt, dueAt, paused, now) : this;
  }

  /** Met when it stopped in time, due time included; breached as soon as it is later. */
  public State state(Instant now) {
    if (stoppedAt != null) {
      return stoppedAt.isAfter(dueAt) ? State.BREACHED : State.MET;
    }
    return now.isAfter(dueAt) ? State.BREACHED : State.RUNNING;
  }

  /** Time left; negative once it is breached. */
  public Duration left(Instant now) {
    return Duration.between(now, dueAt);
  }
}
