package org.shouxin.consent.rightsreview;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Reviews and their items in PostgreSQL. */
@ApplicationScoped
class ReviewRows {
  /**
   * Who has which right: by her position, every purpose of its roles; without one, every purpose
   * that she has used.
   */
  private static final String RIGHTS =
      """
      select r.employee_no, p.branch, p.roles, r.purpose, u.last_used_on,
        exists (select 1 from role_conflict c where c.effective_from <= :today
          and c.role = any(p.roles) and c.other = any(p.roles)) as conflicting
      from (select sp.employee_no, q.code as purpose from staff_position sp
              join purpose_role q on q.role = any(sp.roles)
             where sp.ended_at is null and sp.banned_by is null
            union
            select ru.employee_no, ru.purpose from right_use ru
             where not exists (select 1 from staff_position sp
               where sp.employee_no = ru.employee_no
                 and (sp.roles is not null or sp.ended_at is not null
                   or sp.banned_by is not null))) r
      left join staff_position p on p.employee_no = r.employee_no
      left join right_use u on u.employee_no = r.employee_no and u.purpose = r.purpose
      order by r.employee_no, r.purpose\
      """;

  private static final String ITEM =
      "select id, review_id, employee_no, branch, managed, purpose, marks, state, decided_by,"
          + " decided_at from rights_review_item";
  private static final String REVIEW =
      "select id, opened_at, opened_by, due_at, closed_at, report, signature from rights_review";

  /** The periods in force. */
  public record Rule(int answerDays, int unusedDays) {}

  /** One right as it stands. */
  public record Right(
      String employeeNo,
      @Nullable String branch,
      @Nullable List<String> roles,
      String purpose,
      @Nullable LocalDate lastUsedOn,
      boolean conflicting) {}

  Rule rule(Handle handle, LocalDate today) {
    return handle
        .createQuery(
            "select answer_days, unused_days from review_rule where effective_from <= ?"
                + " order by effective_from desc limit 1")
        .bind(0, today)
        .mapTo(Rule.class)
        .one();
  }

  List<Right> rights(Handle handle, LocalDate today) {
    return handle
        .createQuery(
            "with purpose_in_force as ("
                + Purposes.ROLES_IN_FORCE
                + "), purpose_role as (select code, unnest(roles) as role"
                + " from purpose_in_force) "
                + RIGHTS)
        .bind("today", today)
        .mapTo(Right.class)
        .list();
  }

  void insert(Handle handle, ControllerId controller, RightsReview review) {
    handle.execute(
        "insert into rights_review (controller_id, id, opened_at, opened_by, due_at)"
            + " values (?, ?, ?, ?, ?)",
        controller,
        review.id(),
        review.openedAt(),
        review.openedBy(),
        review.dueAt());
  }

  void insert(
      Handle handle, ControllerId controller, UUID review, Right right, List<String> marks) {
    List<String> roles = right.roles();
    handle
        .createUpdate(
            "insert into rights_review_item (controller_id, id, review_id, employee_no, branch,"
                + " managed, purpose, marks, state) values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')")
        .bind(0, controller)
        .bind(1, Ids.next())
        .bind(2, review)
        .bind(3, right.employeeNo())
        .bind(4, right.branch())
        .bind(5, roles != null && roles.equals(List.of("client-manager")))
        .bind(6, right.purpose())
        .bindArray(7, String.class, marks)
        .execute();
  }

  List<RightsReview> list(Handle handle) {
    return handle
        .createQuery(REVIEW + " order by id desc limit 40")
        .mapTo(RightsReview.class)
        .list();
  }

  RightsReview get(Handle handle, UUID id) {
    return handle
        .createQuery(REVIEW + " where id = ? for update")
        .bind(0, id)
        .mapTo(RightsReview.class)
        .findOne()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  List<ReviewItem> items(Handle handle, UUID review) {
    return handle
        .createQuery(ITEM + " where review_id = ? order by employee_no, purpose")
        .bind(0, review)
        .mapTo(ReviewItem.class)
        .list();
  }

  ReviewItem item(Handle handle, UUID id) {
    return handle
        .createQuery(ITEM + " where id = ? for update")
        .bind(0, id)
        .mapTo(ReviewItem.class)
        .findOne()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  void decide(Handle handle, UUID item, String state, @Nullable String by, Instant at) {
    handle.execute(
        "update rights_review_item set state = ?, decided_by = ?, decided_at = ? where id = ?",
        state,
        by,
        at,
        item);
  }

  void suspend(Handle handle, ControllerId controller, ReviewItem item, Instant at) {
    handle.execute(
        "insert into right_suspension (controller_id, employee_no, purpose, item_id, since)"
            + " values (?, ?, ?, ?, ?) on conflict on constraint right_suspension_pk do update"
            + " set item_id = excluded.item_id, since = excluded.since, lifted_at = null",
        controller,
        item.employeeNo(),
        item.purpose(),
        item.id(),
        at);
  }

  void lift(Handle handle, ReviewItem item, Instant at) {
    handle.execute(
        "update right_suspension set lifted_at = ? where employee_no = ? and purpose = ?"
            + " and lifted_at is null",
        at,
        item.employeeNo(),
        item.purpose());
  }

  void close(Handle handle, UUID review, Instant at, String report, String signature) {
    handle.execute(
        "update rights_review set closed_at = ?, report = ?, signature = ? where id = ?",
        at,
        report,
        signature,
        review);
  }
}
