package org.shouxin.records.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Grades change by two people and without a deployment (R-RC-04). */
@ApplicationScoped
class Regrading {
  private final Database database;
  private final Catalogue catalogue;
  private final AuditOutbox outbox;
  private final Clock clock;

  Regrading(Database database, Catalogue catalogue, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.catalogue = catalogue;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Proposes a grade for a field of the catalogue.
   *
   * @throws ProblemException {@code FIELD_UNKNOWN}; {@code GRADE_INVALID} with every fault
   */
  GradeProposal propose(Actor actor, FieldGrade grade, String basis) {
    FieldGrade before = catalogue.grades(actor.controller()).get(grade.field());
    if (before == null) {
      throw new ProblemException(ProblemCode.FIELD_UNKNOWN);
    }
    List<Problem.Fault> faults = GradeRules.faults(before, grade);
    if (!faults.isEmpty()) {
      throw new ProblemException(ProblemCode.GRADE_INVALID, null, faults);
    }
    GradeProposal proposal =
        new GradeProposal(
            Ids.next(), grade, basis, GradeProposal.State.PROPOSED, actor.id(), clock.instant());
    return database.write(
        actor.controller(),
        handle -> {
          ProposalTable.insert(handle, actor.controller(), proposal);
          outbox.record(handle, event(actor, "grade.proposed", proposal));
          return proposal;
        });
  }

  /**
   * Another person decides; approved, the grade holds from now on.
   *
   * @throws ProblemException {@code SELF_APPROVAL}; {@code GRADE_STATE_CONFLICT} when it was
   *     decided
   */
  GradeProposal decide(Actor actor, UUID id, GradeProposal.State outcome) {
    GradeProposal decided =
        database.write(
            actor.controller(),
            handle -> {
              GradeProposal waiting =
                  ProposalTable.find(handle, id)
                      .orElseThrow(
                          () -> new ProblemException(ProblemCode.GRADE_PROPOSAL_NOT_FOUND));
              if (waiting.proposedBy().equals(actor.id())) {
                throw new ProblemException(ProblemCode.SELF_APPROVAL);
              }
              Instant now = clock.instant();
              if (!ProposalTable.decide(handle, id, outcome, actor.id(), now)) {
                throw new ProblemException(ProblemCode.GRADE_STATE_CONFLICT);
              }
              boolean approved = outcome == GradeProposal.State.APPROVED;
              if (approved) {
                GradeTable.append(handle, actor.controller(), waiting.grade(), now, actor.id());
              }
              outbox.record(
                  handle, event(actor, approved ? "grade.approved" : "grade.rejected", waiting));
              return ProposalTable.find(handle, id).orElseThrow();
            });
    catalogue.changed(actor.controller());
    return decided;
  }

  List<GradeProposal> list(Actor actor) {
    return database.read(actor.controller(), ProposalTable::list);
  }

  private org.shouxin.platform.audit.AuditEvent event(
      Actor actor, String type, GradeProposal proposal) {
    return AuditEvents.of(actor, type, clock)
        .resource("field.grade", proposal.id().toString(), List.of(proposal.grade().field()))
        .build();
  }
}
