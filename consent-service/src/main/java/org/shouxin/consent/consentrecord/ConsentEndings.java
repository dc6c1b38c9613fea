package org.shouxin.consent.consentrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.consent.recipient.Recipients;
import org.shouxin.platform.database.Database;
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
  private final Database database;
  private final ConsentRows rows;
  private final ConsentLedger ledger;
  private final Purposes purposes;
  private final Recipients recipients;
  private final StopOrderSender stopOrders;
  private final Clock clock;

  ConsentEndings(
      Database database,
      ConsentRows rows,
      ConsentLedger ledger,
      Purposes purposes,
      Recipients recipients,
      StopOrderSender stopOrders,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.ledger = ledger;
    this.purposes = purposes;
    this.recipients = recipients;
    this.stopOrders = stopOrders;
    this.clock = clock;
  }

  /** Withdraws one consent, without a reason; the next decision already refuses. */
  StoredConsent withdraw(Actor actor, UUID id) {
    CustomerId customer = actor.requireCustomer();
    return database.write(
        actor.controller(),
        handle -> {
          rows.lockPerson(handle, actor.controller(), customer);
          return withdraw(handle, actor, ownRecord(handle, customer, id));
        });
  }

  /**
   * Withdraws by purpose, for a person who does not know the record; law and contract say why they
   * cannot.
   */
  StoredConsent withdraw(Actor actor, String purposeCode, @Nullable String recipientId) {
    CustomerId customer = actor.requireCustomer();
    return database.write(
        actor.controller(),
        handle -> {
          rows.lockPerson(handle, actor.controller(), customer);
          ConsentPolicies.requireWithdrawable(purpose(handle, purposeCode));
          StoredConsent live =
              rows.findLive(handle, customer, purposeCode, recipientId, BusinessTime.today(clock))
                  .orElseThrow(() -> new ProblemException(ProblemCode.CONSENT_NOT_FOUND));
          return withdraw(handle, actor, live);
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
              Instant now = after(consent);
              yield end(
                  handle, officer, consent, given.revoke(now), "consent.revoked", now, reason);
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

  private StoredConsent withdraw(Handle handle, Actor actor, StoredConsent consent) {
    ConsentPolicies.requireWithdrawable(purpose(handle, consent.record().purpose()));
    return switch (consent.record().state()) {
      case ConsentState.Withdrawn _ -> consent;
      case ConsentState.Given given -> {
        Instant now = after(consent);
        yield end(handle, actor, consent, given.withdraw(now), "consent.withdrawn", now, null);
      }
      case ConsentState.Requested _,
          ConsentState.Refused _,
          ConsentState.Revoked _,
          ConsentState.Expired _,
          ConsentState.Invalidated _ ->
          throw new ProblemException(ProblemCode.CONSENT_STATE_CONFLICT);
    };
  }

  private StoredConsent end(
      Handle handle,
      Actor actor,
      StoredConsent consent,
      ConsentState ended,
      String event,
      Instant now,
      @Nullable String reason) {
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
                actor, now, purpose(handle, before.purpose()), recipient, event, reason));
    if (recipientId != null) {
      stopOrders.order(handle, stored.record(), recipientId, now);
    }
    return stored;
  }

  private Instant after(StoredConsent consent) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return now.isAfter(consent.decidedAt()) ? now : consent.decidedAt().plusMillis(1);
  }

  private StoredConsent ownRecord(Handle handle, CustomerId customer, UUID id) {
    StoredConsent consent = get(handle, id);
    if (!consent.record().customer().equals(customer)) {
      throw new ProblemException(ProblemCode.CONSENT_NOT_FOUND);
    }
    return consent;
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
