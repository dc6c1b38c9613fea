package org.shouxin.consent.consentrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.guardianship.DecidedAs;
import org.shouxin.consent.guardianship.Guardians;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.consent.purpose.Sha256;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.consent.recipient.Recipients;
import org.shouxin.platform.database.Transactions;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Withdrawing, which only the person does, and revoking, which only somebody else does (R-CN-03).
 */
@ApplicationScoped
class ConsentEndings {
  private final Transactions database;
  private final ConsentRows rows;
  private final ConsentLedger ledger;
  private final IdempotencyKeys keys;
  private final Purposes purposes;
  private final Recipients recipients;
  private final StopOrderSender stopOrders;
  private final Guardians guardians;
  private final Clock clock;

  ConsentEndings(
      Transactions database,
      ConsentRows rows,
      ConsentLedger ledger,
      IdempotencyKeys keys,
      Purposes purposes,
      Recipients recipients,
      StopOrderSender stopOrders,
      Guardians guardians,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.ledger = ledger;
    this.keys = keys;
    this.purposes = purposes;
    this.recipients = recipients;
    this.stopOrders = stopOrders;
    this.guardians = guardians;
    this.clock = clock;
  }

  /** Withdraws one consent, without a reason; the next decision already refuses. */
  StoredConsent withdraw(Actor actor, UUID id) {
    return database.write(
        actor.controller(),
        handle -> {
          CustomerId customer = get(handle, id).record().customer();
          DecidedAs as = roleOf(handle, actor, customer);
          rows.lockPerson(handle, actor.controller(), customer);
          return withdraw(handle, actor, as, get(handle, id));
        });
  }

  /**
   * Withdraws by purpose, for a person who does not know the record, once for each idempotency key;
   * law and contract say why they cannot.
   */
  StoredConsent withdraw(
      Actor actor,
      @Nullable CustomerId person,
      String purposeCode,
      @Nullable String recipientId,
      @Nullable String key) {
    CustomerId customer = person == null ? actor.requireCustomer() : person;
    String digest = Sha256.hex("WITHDRAW|" + customer + "|" + purposeCode + "|" + recipientId);
    return database.write(
        actor.controller(),
        handle -> {
          DecidedAs as = roleOf(handle, actor, customer);
          rows.lockPerson(handle, actor.controller(), customer);
          @Nullable UUID earlier = keys.findEarlier(handle, actor, key, digest).orElse(null);
          if (earlier != null) {
            return get(handle, earlier);
          }
          ConsentPolicies.requireWithdrawable(purpose(handle, purposeCode));
          StoredConsent live =
              rows.findLive(handle, customer, purposeCode, recipientId, BusinessTime.today(clock))
                  .orElseThrow(() -> new ProblemException(ProblemCode.CONSENT_NOT_FOUND));
          keys.remember(handle, actor, key, digest, live.record().id(), clock.instant());
          return withdraw(handle, actor, as, live);
        });
  }

  /** Ends a consent on the controller's side, for example when it was obtained wrongly. */
  StoredConsent revoke(Actor officer, UUID id, String reason) {
    return database.write(
        officer.controller(),
        handle -> {
          StoredConsent found = get(handle, id);
          rows.lockPerson(handle, officer.controller(), found.record().customer());
          StoredConsent consent = get(handle, id);
          return switch (consent.record().state()) {
            case ConsentState.Revoked _ -> consent;
            case ConsentState.Given given -> {
              Instant now = consent.next(clock.instant());
              yield end(
                  handle,
                  new Ending(officer, DecidedAs.STAFF, "consent.revoked", now, reason),
                  consent,
                  given.revoke(now));
            }
            case ConsentState.Requested _,
                ConsentState.Refused _,
                ConsentState.Withdrawn _,
                ConsentState.Expired _,
                ConsentState.Invalidated _ ->
                throw new ProblemException(ProblemCode.CONSENT_STATE_CONFLICT);
          };
        });
  }

  private StoredConsent withdraw(Handle handle, Actor actor, DecidedAs as, StoredConsent consent) {
    ConsentPolicies.requireWithdrawable(purpose(handle, consent.record().purpose()));
    return switch (consent.record().state()) {
      case ConsentState.Withdrawn _ -> consent;
      case ConsentState.Given given -> {
        Instant now = consent.next(clock.instant());
        yield end(
            handle,
            new Ending(actor, as, "consent.withdrawn", now, null),
            consent,
            given.withdraw(now));
      }
      case ConsentState.Requested _,
          ConsentState.Refused _,
          ConsentState.Revoked _,
          ConsentState.Expired _,
          ConsentState.Invalidated _ ->
          throw new ProblemException(ProblemCode.CONSENT_STATE_CONFLICT);
    };
  }

  /** Who ends a consent in which role, when and why. */
  private record Ending(
      Actor actor, DecidedAs as, String event, Instant at, @Nullable String reason) {}

  private StoredConsent end(
      Handle handle, Ending ending, StoredConsent consent, ConsentState ended) {
    ConsentRecord before = consent.record();
    String recipientId = before.recipientId();
    Recipient recipient =
        recipientId == null ? null : recipients.find(handle, recipientId).orElse(null);
    ConsentRecord after = before.inState(ended);
    StoredConsent stored =
        ledger.write(
            handle,
            after,
            new ConsentLedger.Decision(
                ending.actor(),
                ending.as(),
                ending.at(),
                purpose(handle, before.purpose()),
                recipient,
                ending.event(),
                ending.reason()));
    if (recipientId != null) {
      stopOrders.order(handle, stored.record(), recipientId, ending.at());
    }
    return stored;
  }

  /** The person herself or her guardian; for anybody else the record does not exist. */
  private DecidedAs roleOf(Handle handle, Actor actor, CustomerId person) {
    LocalDate today = BusinessTime.today(clock);
    if (!actor.is(person) && !guardians.isWard(handle, actor, person, today)) {
      throw new ProblemException(ProblemCode.CONSENT_NOT_FOUND);
    }
    return guardians.roleOf(handle, actor, person, today);
  }

  private StoredConsent get(Handle handle, UUID id) {
    return rows.find(handle, id, BusinessTime.today(clock))
        .orElseThrow(() -> new ProblemException(ProblemCode.CONSENT_NOT_FOUND));
  }

  private Purpose purpose(Handle handle, String code) {
    return purposes
        .find(handle, code, BusinessTime.today(clock))
        .orElseThrow(() -> new ProblemException(ProblemCode.PURPOSE_UNKNOWN));
  }
}
