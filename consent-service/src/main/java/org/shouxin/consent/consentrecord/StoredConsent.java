package org.shouxin.consent.consentrecord;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as read from its row.
 *
 * @param record with its state as last decided
 * @param decidedAt last decision
 * @param termsInForce purpose and recipient are still what was agreed to
 * @param live the newest of its person, purpose and recipient
 */
record StoredConsent(
    ConsentRecord record,
    Instant decidedAt,
    boolean termsInForce,
    boolean live,
    @Nullable String receipt) {

  /** The state that counts at a moment: expiry and staleness need no job to run first. */
  ConsentState stateAt(Instant now) {
    return record.state() instanceof ConsentState.Given given
        ? given.asOf(now, termsInForce)
        : record.state();
  }
}
