package org.shouxin.audit.monitor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Canaries: made-up people whom nobody has a reason to look at (R-RC-15). Two people plant one; the
 * decoys of an export were approved by two with it. No event says which: the log is read by more
 * people than may know.
 */
@Singleton
class Canaries {
  private static final String PLANT =
      "insert into monitor_canary (controller_id, subject_ref, planted_by, approved_by, planted_at)"
          + " values (?, ?, ?, ?, ?) on conflict do nothing";
  private static final String PROPOSE =
      "insert into canary_proposal (controller_id, id, subject_ref, proposed_by, proposed_at)"
          + " values (?, ?, ?, ?, ?)";
  private static final String APPROVE =
      "update canary_proposal set approved_by = ?, approved_at = ? where id = ? and approved_by is null";

  private final Database database;
  private final OwnEvents events;
  private final Clock clock;

  @Inject
  Canaries(Database database, OwnEvents events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** A proposal as stored. */
  public record Proposal(UUID subjectRef, String proposedBy) {}

  /** Proposes a canary; nothing watches it before another person approves. */
  UUID propose(Actor actor, UUID subject) {
    UUID id = Ids.next();
    return database.write(
        actor.controller(),
        handle -> {
          handle.execute(PROPOSE, actor.controller(), id, subject, actor.id(), clock.instant());
          record(handle, actor, "monitor.canary.proposed", id);
          return id;
        });
  }

  /**
   * Plants a canary that somebody else proposed.
   *
   * @throws ProblemException {@code SELF_APPROVAL}; {@code CONFLICT} when it is planted already;
   *     {@code NOT_FOUND}
   */
  void approve(Actor actor, UUID id) {
    database.write(
        actor.controller(),
        handle -> {
          Proposal proposal =
              handle
                  .createQuery("select subject_ref, proposed_by from canary_proposal where id = ?")
                  .bind(0, id)
                  .mapTo(Proposal.class)
                  .findOne()
                  .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          if (proposal.proposedBy().equals(actor.id())) {
            throw new ProblemException(ProblemCode.SELF_APPROVAL);
          }
          if (handle.execute(APPROVE, actor.id(), clock.instant(), id) == 0) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          plant(
              handle, actor.controller(), proposal.subjectRef(), proposal.proposedBy(), actor.id());
          record(handle, actor, "monitor.canary.planted", id);
          return id;
        });
  }

  /** Plants the decoys of an export, under the names of its two people. */
  void plantExported(
      ControllerId controller, String requestedBy, String approvedBy, List<UUID> subjects) {
    if (requestedBy.equals(approvedBy)) {
      throw new ProblemException(ProblemCode.SELF_APPROVAL);
    }
    database.write(
        controller,
        handle -> {
          subjects.forEach(subject -> plant(handle, controller, subject, requestedBy, approvedBy));
          events.record(
              handle,
              AuditEvents.ofSystem(controller, "audit-service", "monitor.canary.planted", clock)
                  .count(subjects.size())
                  .build());
          return subjects.size();
        });
  }

  private void plant(
      Handle handle, ControllerId controller, UUID subject, String plantedBy, String approvedBy) {
    handle.execute(PLANT, controller, subject, plantedBy, approvedBy, clock.instant());
  }

  private void record(Handle handle, Actor actor, String type, UUID proposal) {
    events.record(
        handle, AuditEvents.of(actor, type, clock).resource("canary", proposal.toString()).build());
  }
}
