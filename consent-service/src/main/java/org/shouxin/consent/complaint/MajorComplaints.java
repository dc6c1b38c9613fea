package org.shouxin.consent.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.consent.duty.CaseNotice;
import org.shouxin.consent.duty.CaseNotices;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Major complaints (R-CP-01): each ground is told to the supervisor and compliance at once, and the
 * case is decided only once its plan for mediation or litigation was started.
 */
@ApplicationScoped
class MajorComplaints {
  private static final String RULE =
      "select amount_from, people_from, repeat_from, repeat_days from major_complaint_rule"
          + " where effective_from <= ? order by effective_from desc limit 1";
  private static final String NOTE =
      "insert into complaint_ground (controller_id, complaint_id, ground, named_by, named_at)"
          + " values (?, ?, ?, ?, ?) on conflict on constraint complaint_ground_pk do nothing";
  private static final String PLAN =
      "insert into complaint_plan (controller_id, complaint_id, route, started_by, started_at)"
          + " values (?, ?, ?, ?, ?) on conflict on constraint complaint_plan_pk do nothing";

  private final CaseNotices notices;
  private final AuditOutbox audit;
  private final Clock clock;

  MajorComplaints(CaseNotices notices, AuditOutbox audit, Clock clock) {
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Looks whether a customer complains again whose earlier complaints were decided. */
  void received(Handle handle, Actor actor, ComplaintRows.Received received) {
    MajorRule rule = rule(handle);
    int complaints =
        handle
            .createQuery(
                "select count(*) from complaint p where customer_id = ? and received_at > ? and (id"
                    + " = ? or exists (select 1 from complaint_step s where s.complaint_id = p.id"
                    + " and s.kind = 'DECIDED'))")
            .bind(0, received.customerId().value())
            .bind(1, received.receivedAt().minus(Duration.ofDays(rule.repeatDays())))
            .bind(2, received.id())
            .mapTo(Integer.class)
            .one();
    escalate(handle, actor, "consent-service", received, rule.repeated(complaints));
  }

  /** Weighs what is at stake. */
  void weigh(Handle handle, Actor actor, ComplaintRows.Received received, Stakes stakes) {
    String reader = String.valueOf(actor.employeeNo());
    escalate(handle, actor, reader, received, rule(handle).grounds(stakes));
  }

  /** Grounds of a complaint; none when it is not major. */
  List<String> grounds(Handle handle, UUID complaint) {
    return handle
        .createQuery("select ground from complaint_ground where complaint_id = ? order by ground")
        .bind(0, complaint)
        .mapTo(String.class)
        .list();
  }

  /** How a major complaint is to be settled: {@code MEDIATION} or {@code LITIGATION}. */
  Optional<String> plan(Handle handle, UUID complaint) {
    return handle
        .createQuery("select route from complaint_plan where complaint_id = ?")
        .bind(0, complaint)
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Starts the plan.
   *
   * @throws ProblemException {@code CONFLICT} when one was started before
   */
  void startPlan(Handle handle, Actor actor, ComplaintRows.Received received, String route) {
    int started =
        handle.execute(
            PLAN, actor.controller(), received.id(), route, actor.employeeNo(), clock.instant());
    if (started == 0) {
      throw new ProblemException(ProblemCode.CONFLICT, "its plan was started before");
    }
    audit.record(handle, event(actor, "complaint.plan.started", received).reason(route).build());
  }

  /**
   * Lets a decision pass.
   *
   * @throws ProblemException {@code CONFLICT} for a major complaint without a plan
   */
  void requirePlan(Handle handle, UUID complaint) {
    if (!grounds(handle, complaint).isEmpty() && plan(handle, complaint).isEmpty()) {
      throw new ProblemException(
          ProblemCode.CONFLICT, "a major complaint is decided once its plan was started");
    }
  }

  private void escalate(
      Handle handle,
      Actor actor,
      String namedBy,
      ComplaintRows.Received received,
      Set<Ground> grounds) {
    boolean any = false;
    for (Ground ground : grounds) {
      if (handle.execute(
              NOTE, actor.controller(), received.id(), ground.name(), namedBy, clock.instant())
          == 1) {
        any = true;
        audit.record(
            handle, event(actor, "complaint.major", received).reason(ground.name()).build());
      }
    }
    if (any) {
      notices.raise(
          handle, actor.controller(), received.id(), "MAJOR", CaseNotice.Escalation.MAJOR, null);
    }
  }

  private MajorRule rule(Handle handle) {
    return handle.createQuery(RULE).bind(0, BusinessTime.today(clock)).mapTo(MajorRule.class).one();
  }

  private AuditEvents event(Actor actor, String type, ComplaintRows.Received received) {
    return AuditEvents.of(actor, type, clock)
        .subject(received.customerId())
        .purpose(Complaints.PURPOSE)
        .resource("complaint", received.id().toString());
  }
}
