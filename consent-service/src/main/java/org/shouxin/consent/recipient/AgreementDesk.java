package org.shouxin.consent.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Records agreement checks and closes the cases they open; each step with its audit event. */
@ApplicationScoped
class AgreementDesk {
  static final String BREACHED = "AGREEMENT_BREACHED";

  private final Database database;
  private final Recipients recipients;
  private final RecipientRegister register;
  private final AgreementChecks checks;
  private final AuditOutbox outbox;
  private final Clock clock;

  AgreementDesk(
      Database database,
      Recipients recipients,
      RecipientRegister register,
      AgreementChecks checks,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.recipients = recipients;
    this.register = register;
    this.checks = checks;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Records a check; any breached clause suspends the recipient in the same transaction.
   *
   * @throws ProblemException RECIPIENT_UNKNOWN, AGREEMENT_CHECK_INVALID
   */
  AgreementCheck record(Actor officer, String recipientId, AgreementFindings found) {
    return database.write(
        officer.controller(),
        handle -> {
          recipients.lock(handle, officer.controller(), recipientId);
          Recipient.Agreement agreement = recipients.get(handle, recipientId).agreement();
          found.requireWhole(agreement.clauses(), BusinessTime.today(clock));
          List<Clause> breached = found.judged(AgreementFindings.Verdict.BREACHED);
          AgreementCheck check =
              new AgreementCheck(
                  Ids.next(),
                  recipientId,
                  agreement.reference(),
                  found.checkedOn(),
                  found.judged(AgreementFindings.Verdict.KEPT),
                  breached,
                  found.evidence(),
                  officer.id(),
                  clock.instant(),
                  breached.isEmpty() ? new CheckState.Kept() : new CheckState.Open());
          checks.add(handle, officer.controller(), check);
          outbox.record(handle, event(officer, "agreement.checked", check).build());
          if (!breached.isEmpty()) {
            suspend(handle, officer, recipientId);
          }
          return check;
        });
  }

  /**
   * Closes the case of a breach; the recipient stays suspended until it is reinstated.
   *
   * @throws ProblemException NOT_FOUND, FOUR_EYES for the checker, CONFLICT when nothing is open
   */
  AgreementCheck close(Actor officer, String recipientId, UUID id, CheckOutcome outcome) {
    return database.write(
        officer.controller(),
        handle -> {
          recipients.lock(handle, officer.controller(), recipientId);
          AgreementCheck check = get(handle, recipientId, id);
          if (!(check.state() instanceof CheckState.Open)) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          if (officer.id().equals(check.checkedBy())) {
            throw new ProblemException(ProblemCode.FOUR_EYES);
          }
          Instant now = clock.instant();
          checks.close(handle, officer.controller(), check, outcome, officer.id(), now);
          outbox.record(
              handle,
              event(officer, "agreement.breach.closed", check).reason(outcome.name()).build());
          return get(handle, recipientId, id);
        });
  }

  /** The newest 200 checks of a recipient, the latest day first. */
  List<AgreementCheck> list(Actor reader, String recipientId) {
    return database.read(
        reader.controller(),
        handle -> checks.list(handle, recipients.get(handle, recipientId).id()));
  }

  private void suspend(Handle handle, Actor officer, String recipientId) {
    register.suspend(handle, officer.controller(), recipientId, BREACHED, officer.id());
    outbox.record(
        handle,
        AuditEvents.of(officer, "partner.suspended", clock)
            .recipient(recipientId)
            .reason(BREACHED)
            .build());
  }

  private AgreementCheck get(Handle handle, String recipientId, UUID id) {
    return checks
        .find(handle, recipientId, id)
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  private AuditEvents event(Actor officer, String type, AgreementCheck check) {
    return AuditEvents.of(officer, type, clock)
        .recipient(check.recipientId())
        .resource("agreement_check", check.id().toString())
        .count(check.breached().size());
  }
}
