package org.shouxin.consent.consentrecord;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.guardianship.DecidedAs;

/**
 * A record as read from its row.
 *
 * @param record with its state as last decided
 * @param decidedAt last decision
 * @param termsInForce purpose and recipient are still what was agreed to
 * @param decidedBy customer id or employee number of who took the last decision; null before V50
 * @param decidedAs in which role
 * @param live the newest of its person, purpose and recipient
 */
record StoredConsent(
    ConsentRecord record,
    Instant decidedAt,
    @Nullable String decidedBy,
    DecidedAs decidedAs,
    boolean termsInForce,
    boolean live,
    @Nullable String receipt) {

  /**
   * When the next decision is made, given what the clock says: later than the last one, since a
   * clock that went back must not turn the order of decisions round.
   */
  Instant next(Instant clock) {
    Instant now = clock.truncatedTo(ChronoUnit.MICROS);
    return now.isAfter(decidedAt) ? now : decidedAt.plusMillis(1);
  }

  /** The state that counts at a moment: expiry and staleness need no job to run first. */
  ConsentState stateAt(Instant now) {
    return record.state() instanceof ConsentState.Given given
        ? given.asOf(now, termsInForce)
        : record.state();
  }
}
