package org.shouxin.consent.clearance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Breaches of the confidentiality agreement: one is enough to suspend at once (R-AC-06). */
@ApplicationScoped
class Breaches {
  private final Database database;
  private final AuditOutbox audit;
  private final Clock clock;

  Breaches(Database database, AuditOutbox audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who broke it, and who said so. */
  public record Row(String personId, String recordedBy) {}

  /** Records a breach; access is suspended with the commit. */
  UUID record(Actor officer, String person, String evidence) {
    UUID id = Ids.next();
    return database.write(
        officer.controller(),
        handle -> {
          handle.execute(
              "insert into agreement_breach (controller_id, id, person_id, evidence, recorded_by,"
                  + " recorded_at) values (?, ?, ?, ?, ?, ?)",
              officer.controller(),
              id,
              person,
              evidence,
              officer.id(),
              clock.instant());
          report(handle, officer, "nda.breached", id, person);
          return id;
        });
  }

  /** Lifts it; by somebody who neither recorded nor committed it. */
  void lift(Actor officer, UUID id, String evidence) {
    database.write(
        officer.controller(),
        handle -> {
          Row breach =
              handle
                  .createQuery(
                      "select person_id, recorded_by from agreement_breach"
                          + " where id = ? and lifted_at is null for update")
                  .bind(0, id)
                  .mapTo(Row.class)
                  .findOne()
                  .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          if (officer.id().equals(breach.recordedBy()) || officer.id().equals(breach.personId())) {
            throw new ProblemException(ProblemCode.SELF_APPROVAL);
          }
          handle.execute(
              "update agreement_breach set lifted_by = ?, lifted_at = ?, lift_evidence = ?"
                  + " where id = ?",
              officer.id(),
              clock.instant(),
              evidence,
              id);
          report(handle, officer, "nda.breach.lifted", id, breach.personId());
          return id;
        });
  }

  private void report(Handle handle, Actor actor, String type, UUID id, String person) {
    audit.record(
        handle,
        AuditEvents.of(actor, type, clock)
            .resource("agreement.breach", id.toString())
            .concerns("employee:" + person)
            .build());
  }
}
