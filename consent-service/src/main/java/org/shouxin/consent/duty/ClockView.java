package org.shouxin.consent.duty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.time.DutyClock;

/**
 * A clock as a case shows it: computed from its events, never stored.
 *
 * @param escalatedHours hours that had passed at the last escalation; null before the first
 * @param breachedAt when it was seen to have run out unmet
 */
public record ClockView(
    UUID caseId,
    String code,
    Instant startedAt,
    Instant dueAt,
    @Nullable Instant metAt,
    @Nullable Integer escalatedHours,
    @Nullable Instant breachedAt) {

  /** Running, met or breached as of now. */
  public DutyClock.State state(Instant now) {
    return new DutyClock(code, startedAt, dueAt, java.time.Duration.ZERO, metAt).state(now);
  }
}
