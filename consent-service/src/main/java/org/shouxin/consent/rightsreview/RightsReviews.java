package org.shouxin.consent.rightsreview;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Opens reviews, takes decisions, and ends what nobody has answered by suspending it. */
@ApplicationScoped
class RightsReviews {
  private static final String SERVICE = "consent-service";

  private final Database database;
  private final ReviewRows rows;
  private final ReviewSchedule schedule;
  private final ReviewReport report;
  private final AuditOutbox audit;
  private final Clock clock;

  RightsReviews(
      Database database,
      ReviewRows rows,
      ReviewSchedule schedule,
      ReviewReport report,
      AuditOutbox audit,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.schedule = schedule;
    this.report = report;
    this.audit = audit;
    this.clock = clock;
  }

  /** Opens a review of every right of the controller; CONFLICT while one is open. */
  RightsReview open(ControllerId controller, @Nullable Actor officer) {
    LocalDate today = BusinessTime.today(clock);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return database.write(
        controller,
        handle -> {
          ReviewRows.Rule rule = rows.rule(handle, today);
          RightsReview review =
              new RightsReview(
                  Ids.next(),
                  now,
                  officer == null ? SERVICE : officer.id(),
                  now.plus(Duration.ofDays(rule.answerDays())),
                  null,
                  null,
                  null);
          if (!schedule.begin(handle, controller, review)) {
            throw new ProblemException(ProblemCode.CONFLICT, "A review is open.");
          }
          rows.insert(handle, controller, review);
          LocalDate unusedBefore = today.minusDays(rule.unusedDays());
          List<ReviewRows.Right> rights = rows.rights(handle, today);
          rights.forEach(right ->
              rows.insert(handle, controller, review.id(), right, marks(right, unusedBefore)));
          report(handle, controller, officer, "review.opened", review, rights.size());
          return review;
        });
  }

  /**
   * Confirms or revokes a right; a right suspended unanswered is confirmed by compliance.
   *
   * @throws ProblemException SELF_APPROVAL for one's own right, FORBIDDEN for one of another team,
   *     CONFLICT when it was decided
   */
  ReviewItem decide(Actor reviewer, UUID id, boolean confirmed) {
    Instant now = clock.instant();
    return database.write(
        reviewer.controller(),
        handle -> {
          ReviewItem item = rows.item(handle, id);
          requireMayDecide(reviewer, item);
          rows.decide(handle, id, confirmed ? "CONFIRMED" : "REVOKED", reviewer.id(), now);
          if (confirmed) {
            rows.lift(handle, item, now);
          } else {
            rows.suspend(handle, reviewer.controller(), item, now);
          }
          audit.record(
              handle,
              AuditEvents.of(reviewer, "review.decided", clock)
                  .purpose(item.purpose())
                  .resource("review.item", id.toString())
                  .reason(confirmed ? "CONFIRMED" : "REVOKED")
                  .concerns("employee:" + item.employeeNo())
                  .build());
          if (!confirmed) {
            revoked(handle, reviewer.controller(), item);
          }
          return rows.item(handle, id);
        });
  }

  /** Ends a review that is due: what is unanswered is suspended, and the report is signed. */
  void close(ControllerId controller, UUID id) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    database.write(
        controller,
        handle -> {
          RightsReview review = rows.get(handle, id);
          if (review.closedAt() == null && !now.isBefore(review.dueAt())) {
            List<ReviewItem> unanswered =
                rows.items(handle, id).stream()
                    .filter(item -> item.state().equals("OPEN"))
                    .toList();
            for (ReviewItem item : unanswered) {
              rows.decide(handle, item.id(), "SUSPENDED", null, now);
              rows.suspend(handle, controller, item, now);
              revoked(handle, controller, item);
            }
            ReviewReport.Signed signed = report.of(review, now, rows.items(handle, id), unanswered);
            rows.close(handle, id, now, signed.document(), signed.signature());
            schedule.end(handle, controller, now);
            report(handle, controller, null, "review.closed", review, unanswered.size());
          }
          return id;
        });
  }

  List<RightsReview> list(Actor reader) {
    return database.read(reader.controller(), rows::list);
  }

  /** Items of a review: a supervisor's own team, all for compliance and auditors. */
  List<ReviewItem> items(Actor reader, UUID review) {
    boolean all = reader.has(Role.COMPLIANCE_OFFICER) || reader.has(Role.AUDITOR);
    return database.read(reader.controller(), handle -> rows.items(handle, review)).stream()
        .filter(item -> all || isOfTeam(reader, item))
        .toList();
  }

  private static void requireMayDecide(Actor reviewer, ReviewItem item) {
    if (item.employeeNo().equals(reviewer.id())) {
      throw new ProblemException(ProblemCode.SELF_APPROVAL);
    }
    if (!reviewer.has(Role.COMPLIANCE_OFFICER) && !isOfTeam(reviewer, item)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    boolean late = item.state().equals("SUSPENDED") && reviewer.has(Role.COMPLIANCE_OFFICER);
    if (!item.state().equals("OPEN") && !late) {
      throw new ProblemException(ProblemCode.CONFLICT);
    }
  }

  private static boolean isOfTeam(Actor reviewer, ReviewItem item) {
    return reviewer.has(Role.SUPERVISOR)
        && item.managed()
        && item.branch() != null
        && item.branch().equals(reviewer.branch());
  }

  private static List<String> marks(ReviewRows.Right right, LocalDate unusedBefore) {
    List<String> marks = new ArrayList<>();
    LocalDate used = right.lastUsedOn();
    if (used == null || used.isBefore(unusedBefore)) {
      marks.add("UNUSED");
    }
    if (right.conflicting()) {
      marks.add("CONFLICTING");
    }
    return marks;
  }

  private void revoked(Handle handle, ControllerId controller, ReviewItem item) {
    audit.record(
        handle,
        AuditEvents.ofSystem(controller, SERVICE, "right.revoked", clock)
            .purpose(item.purpose())
            .resource("review.item", item.id().toString())
            .concerns("employee:" + item.employeeNo())
            .build());
  }

  private void report(
      Handle handle,
      ControllerId controller,
      @Nullable Actor officer,
      String type,
      RightsReview review,
      int count) {
    AuditEvents event =
        officer == null
            ? AuditEvents.ofSystem(controller, SERVICE, type, clock)
            : AuditEvents.of(officer, type, clock);
    audit.record(
        handle, event.resource("rights.review", review.id().toString()).count(count).build());
  }
}
