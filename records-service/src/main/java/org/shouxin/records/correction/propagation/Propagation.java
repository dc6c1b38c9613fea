package org.shouxin.records.correction.propagation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.time.DutyClock;

/**
 * An applied correction on its way to the recipients of the old value, with its K-08 clock.
 *
 * @param settledAt recipients were looked for again after every read of the old value had ended
 */
public record Propagation(
    UUID correctionId,
    CustomerId customerId,
    String field,
    Instant startedAt,
    Instant dueAt,
    @Nullable Instant settledAt,
    @Nullable Instant alarmedAt,
    @Nullable Instant breachedAt,
    @Nullable Instant metAt) {

  static final String CLOCK = "K-08";

  /** RUNNING, MET or BREACHED; a breach stays one. */
  DutyClock.State state(Instant now) {
    return new DutyClock(CLOCK, startedAt, dueAt, Duration.ZERO, metAt).state(now);
  }
}
