package org.shouxin.consent.consentrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Sha256;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.platform.database.Transactions;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Asking, giving and refusing (R-CN-02). All decisions of one person follow one another under one
 * lock, so two devices at the same moment have a defined order: the later one wins and both are
 * kept.
 */
@ApplicationScoped
class ConsentDecisions {

  /** An identical decision within this time is a second delivery, not a renewal. */
  private static final Duration SAME_DECISION = Duration.ofDays(1);

  private final Transactions database;
  private final ConsentRows rows;
  private final ConsentLedger ledger;
  private final IdempotencyKeys keys;
  private final ConsentSituations situations;
  private final Clock clock;

  ConsentDecisions(
      Transactions database,
      ConsentRows rows,
      ConsentLedger ledger,
      IdempotencyKeys keys,
      ConsentSituations situations,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.ledger = ledger;
    this.keys = keys;
    this.situations = situations;
    this.clock = clock;
  }

  /** What the person, or who asks her, does. */
  enum Act {
    REQUEST,
    GIVE,
    REFUSE;

    String event() {
      return switch (this) {
        case REQUEST -> "consent.requested";
        case GIVE -> "consent.given";
        case REFUSE -> "consent.refused";
      };
    }
  }

  /** A record and whether this call made the decision; a repeated one finds it made. */
  record Outcome(StoredConsent consent, boolean decided) {}

  /** Decides, once for each idempotency key. */
  Outcome decide(Actor actor, Act act, ConsentAsk ask, @Nullable String key) {
    CustomerId customer = CustomerId.parse(ask.customerId());
    requireActOfRole(actor, act);
    ConsentPolicies.requireUnbundled(ask);
    ConsentPolicies.requireChosenByThePerson(ask);
    String digest = Sha256.hex(act + "|" + ask);
    return database.write(
        actor.controller(),
        handle -> {
          rows.lockPerson(handle, actor.controller(), customer);
          @Nullable UUID earlier = keys.findEarlier(handle, actor, key, digest).orElse(null);
          if (earlier != null) {
            return new Outcome(get(handle, earlier), false);
          }
          ConsentSituation situation = situations.check(handle, actor, customer, ask);
          Outcome outcome =
              switch (act) {
                case REQUEST -> request(handle, situation);
                case GIVE -> give(handle, situation);
                case REFUSE -> refuse(handle, situation);
              };
          keys.remember(
              handle, actor, key, digest, outcome.consent().record().id(), situation.now());
          return outcome;
        });
  }

  /** Staff may bring the subject up and no more (PIPL 14: voluntary and explicit). */
  private static void requireActOfRole(Actor actor, Act act) {
    if (actor.kind() != ActorKind.CUSTOMER
        && !(act == Act.REQUEST && actor.kind() == ActorKind.EMPLOYEE)) {
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "A consent is given by the person herself.");
    }
  }

  private Outcome give(Handle handle, ConsentSituation s) {
    Instant expiresAt = situations.expiry(handle, s);
    ConsentState.Given fresh = new ConsentState.Given(s.now(), expiresAt, false);
    StoredConsent live = s.live();
    if (live == null) {
      return decided(handle, s, Act.GIVE, null, fresh);
    }
    return switch (live.stateAt(s.now())) {
      case ConsentState.Refused refused -> {
        ConsentPolicies.requireNoCooldown(
            refused, Boolean.TRUE.equals(s.ask().prompted()), s.now());
        yield decided(handle, s, Act.GIVE, null, fresh);
      }
      case ConsentState.Withdrawn _, ConsentState.Revoked _, ConsentState.Expired _ ->
          decided(handle, s, Act.GIVE, null, fresh);
      case ConsentState.Requested _ -> decided(handle, s, Act.GIVE, live, fresh);
      case ConsentState.Invalidated _ ->
          decided(handle, s, Act.GIVE, live, new ConsentState.Given(s.now(), expiresAt, true));
      case ConsentState.Given given -> {
        ConsentPolicies.requireNoSilentRevocation(live.record(), s.categories());
        yield isSecondDelivery(live.record(), given, s)
            ? new Outcome(live, false)
            : decided(handle, s, Act.GIVE, live, given.renew(s.now(), expiresAt));
      }
    };
  }

  private Outcome refuse(Handle handle, ConsentSituation s) {
    Instant coolUntil = s.now().plus(ConsentPolicies.COOLDOWN);
    ConsentState.Refused refused = new ConsentState.Refused(s.now(), coolUntil);
    StoredConsent live = s.live();
    if (live == null) {
      return decided(handle, s, Act.REFUSE, null, refused);
    }
    return switch (live.stateAt(s.now())) {
      case ConsentState.Given _ ->
          throw new ProblemException(
              ProblemCode.CONSENT_STATE_CONFLICT, "A consent is in force; withdraw it.");
      case ConsentState.Refused earlier when earlier.coolingDownAt(s.now()) ->
          new Outcome(live, false);
      case ConsentState.Requested _ -> decided(handle, s, Act.REFUSE, live, refused);
      case ConsentState.Refused _,
          ConsentState.Withdrawn _,
          ConsentState.Revoked _,
          ConsentState.Expired _,
          ConsentState.Invalidated _ ->
          decided(handle, s, Act.REFUSE, null, refused);
    };
  }

  private Outcome request(Handle handle, ConsentSituation s) {
    ConsentState.Requested requested = new ConsentState.Requested(s.now());
    StoredConsent live = s.live();
    if (live == null) {
      return decided(handle, s, Act.REQUEST, null, requested);
    }
    ConsentState state = live.stateAt(s.now());
    ConsentPolicies.requireNoCooldown(state, true, s.now());
    return switch (state) {
      case ConsentState.Given _ ->
          throw new ProblemException(
              ProblemCode.CONSENT_STATE_CONFLICT, "A consent is in force already.");
      case ConsentState.Requested _ -> new Outcome(live, false);
      case ConsentState.Refused _,
          ConsentState.Withdrawn _,
          ConsentState.Revoked _,
          ConsentState.Expired _,
          ConsentState.Invalidated _ ->
          decided(handle, s, Act.REQUEST, null, requested);
    };
  }

  private static boolean isSecondDelivery(
      ConsentRecord record, ConsentState.Given given, ConsentSituation s) {
    return record.categories().equals(s.categories())
        && record.noticeVersion() == s.ask().noticeVersion()
        && Duration.between(given.at(), s.now()).compareTo(SAME_DECISION) < 0;
  }

  /** Continues {@code of} in a new state, or opens a new record when it is null. */
  private Outcome decided(
      Handle handle, ConsentSituation s, Act act, @Nullable StoredConsent of, ConsentState state) {
    StoredConsent live = s.live();
    if (of == null && live != null) {
      rows.retire(handle, live.record().id());
    }
    Recipient recipient = s.recipient();
    ConsentRecord record =
        new ConsentRecord(
            of == null ? Ids.next() : of.record().id(),
            s.actor().controller(),
            s.customer(),
            s.purpose().code(),
            s.categories(),
            s.ask().recipientId(),
            new ConsentRecord.Terms(
                s.purpose().termsVersion(), recipient == null ? 0 : recipient.termsVersion()),
            Ids.parse(s.ask().noticeId()),
            s.ask().noticeVersion(),
            s.ask().language(),
            s.ask().uiTextSha256().toLowerCase(Locale.ROOT),
            Boolean.TRUE.equals(s.ask().separate()),
            state,
            of == null ? 0 : of.record().sequence(),
            of == null ? null : of.record().lastHash());
    return new Outcome(
        ledger.write(
            handle,
            record,
            new ConsentLedger.Decision(
                s.actor(), s.as(), s.now(), s.purpose(), recipient, act.event(), null)),
        true);
  }

  private StoredConsent get(Handle handle, UUID id) {
    return Objects.requireNonNull(
        rows.find(handle, id, BusinessTime.today(clock)).orElse(null), "record of a used key");
  }
}
