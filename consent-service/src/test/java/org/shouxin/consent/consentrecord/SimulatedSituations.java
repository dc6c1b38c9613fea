package org.shouxin.consent.consentrecord;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.shouxin.consent.guardianship.DecidedAs;
import org.shouxin.consent.guardianship.GrownUps;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Evidence;
import org.shouxin.consent.purpose.LegalBasis;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.PurposeStatus;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.consent.purpose.SeparateConsent;
import org.shouxin.consent.purpose.Withdrawal;
import org.shouxin.consent.purpose.Words;
import org.shouxin.consent.recipient.Recipients;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;

/** Asks that break no rule, beside the live record and in its order of time. */
class SimulatedSituations extends ConsentSituations {
  private static final Words WORDS = new Words("营销", "marketing");
  private static final Purpose PURPOSE =
      new Purpose(
          "P-09",
          1,
          1,
          PurposeStatus.APPROVED,
          LocalDate.of(2026, 1, 1),
          WORDS,
          WORDS,
          WORDS,
          LegalBasis.CONSENT,
          "PIPL 13-1",
          Evidence.CONSENT,
          SeparateConsent.NO,
          Withdrawal.ANY_TIME,
          WORDS,
          true,
          false,
          null,
          Set.of(),
          Set.of(Category.CONTACT),
          Set.of(),
          false,
          Period.ofMonths(12),
          "R-01",
          WORDS,
          null);

  /** A register with one purpose. */
  static final class OnePurpose extends Purposes {
    @Override
    public Optional<Purpose> find(Handle handle, String code, LocalDate day) {
      return Optional.of(PURPOSE);
    }
  }

  private final SimulatedConsents consents;
  private final Clock clock;

  @SuppressWarnings("NullAway") // what it overrides needs neither texts nor notices
  SimulatedSituations(SimulatedConsents consents, Clock clock) {
    super(
        consents.rows(clock),
        null,
        new OnePurpose(),
        new Recipients(),
        null,
        new GrownUps(),
        clock);
    this.consents = consents;
    this.clock = clock;
  }

  @Override
  ConsentSituation check(Handle handle, Actor actor, CustomerId customer, ConsentAsk ask) {
    StoredConsent live = consents.findLive(customer).orElse(null);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new ConsentSituation(
        actor,
        DecidedAs.SELF,
        customer,
        ask,
        PURPOSE,
        null,
        Set.of(Category.CONTACT),
        live,
        live == null || consents.trustsTheClock() ? now : live.next(now));
  }
}
