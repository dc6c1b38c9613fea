package org.shouxin.consent.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Registers, changes, suspends and reinstates recipients; each change with its audit event. */
@ApplicationScoped
public class RecipientRegister {
  private final Database database;
  private final Recipients recipients;
  private final Purposes purposes;
  private final AgreementChecks checks;
  private final AuditOutbox outbox;
  private final Clock clock;

  RecipientRegister(
      Database database,
      Recipients recipients,
      Purposes purposes,
      AgreementChecks checks,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.recipients = recipients;
    this.purposes = purposes;
    this.checks = checks;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Registers or changes; a profile that says the same again changes nothing. */
  Recipient register(Actor officer, String id, RecipientProfile profile) {
    LocalDate today = BusinessTime.today(clock);
    return database.write(
        officer.controller(),
        handle -> {
          recipients.lock(handle, officer.controller(), id);
          @Nullable Recipient before = recipients.find(handle, id).orElse(null);
          Set<String> approved =
              purposes.listInForce(handle, today).stream()
                  .filter(Purpose::approved)
                  .map(Purpose::code)
                  .collect(Collectors.toSet());
          Recipient now = Registration.register(id, profile, before, approved, today);
          if (before != null && sameButVersion(before, now)) {
            return before;
          }
          Instant at = clock.instant();
          recipients.store(handle, officer.controller(), now, officer.id(), at);
          outbox.record(
              handle,
              AuditEvents.of(
                      officer, before == null ? "recipient.registered" : "recipient.changed", clock)
                  .recipient(id)
                  .resource("recipient", id)
                  .build());
          if (before != null && before.termsVersion() != now.termsVersion()) {
            outbox.record(
                handle,
                AuditEvents.of(officer, "consent.stale", clock)
                    .recipient(id)
                    .reason("RECIPIENT_CHANGED")
                    .build());
          }
          return now;
        });
  }

  /** Pulls the kill switch; effective on the next query. */
  Recipient suspend(Actor officer, String id, String reason) {
    return database.write(
        officer.controller(),
        handle -> {
          Recipient suspended = suspend(handle, officer.controller(), id, reason, officer.id());
          outbox.record(
              handle,
              AuditEvents.of(officer, "partner.suspended", clock)
                  .recipient(id)
                  .reason(reason)
                  .build());
          return suspended;
        });
  }

  /** Suspends within a caller's transaction; the caller records the event. */
  public Recipient suspend(
      Handle handle, ControllerId controller, String id, String reason, String by) {
    recipients.lock(handle, controller, id);
    Recipient before = recipients.get(handle, id);
    Instant now = clock.instant();
    Recipient suspended = with(before, new Recipient.Suspension(now, reason));
    recipients.store(handle, controller, suspended, by, now);
    return suspended;
  }

  /**
   * Ends a suspension; licence, agreement and review still have to hold.
   *
   * @throws ProblemException CONFLICT while the case of a breached agreement is open (R-PT-02)
   */
  Recipient reinstate(Actor officer, String id) {
    return database.write(
        officer.controller(),
        handle -> {
          recipients.lock(handle, officer.controller(), id);
          Recipient before = recipients.get(handle, id);
          if (before.suspension() == null) {
            return before;
          }
          if (checks.hasOpenCase(handle, id)) {
            throw new ProblemException(ProblemCode.CONFLICT, "A breach of the agreement is open.");
          }
          Recipient reinstated = with(before, null);
          recipients.store(handle, officer.controller(), reinstated, officer.id(), clock.instant());
          outbox.record(
              handle, AuditEvents.of(officer, "partner.reinstated", clock).recipient(id).build());
          return reinstated;
        });
  }

  private static boolean sameButVersion(Recipient before, Recipient now) {
    return before.equals(rebuilt(now, before.version(), now.suspension()));
  }

  private static Recipient with(Recipient r, Recipient.@Nullable Suspension suspension) {
    return rebuilt(r, r.version() + 1, suspension);
  }

  private static Recipient rebuilt(
      Recipient r, int version, Recipient.@Nullable Suspension suspension) {
    return new Recipient(
        r.id(),
        version,
        r.termsVersion(),
        r.name(),
        r.role(),
        r.uscc(),
        r.country(),
        r.address(),
        r.contact(),
        r.licence(),
        r.agreement(),
        r.pipia(),
        r.reviewedOn(),
        r.selfAssessment(),
        suspension);
  }
}
