package org.shouxin.records.access.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/** SQL of access_request; bound to one controller by row-level security. */
final class RequestRows {
  private static final String COLUMNS =
      " id, kind, requested_by, requester_branch, purpose, fields, people, open_minutes,"
          + " requested_at, decide_by, decided_by, open_until, uses, review_due_at, review_outcome"
          + " ";
  private static final String SELECT = "select" + COLUMNS + "from access_request ";

  private RequestRows() {}

  static void insert(Handle handle, ControllerId controller, AccessRequest request) {
    handle
        .createUpdate(
            """
            insert into access_request
              (controller_id, id, kind, requested_by, requester_branch, purpose, fields, people,
               open_minutes, requested_at, decide_by, open_until, review_due_at)
            values (:controller, :id, :kind, :by, :branch, :purpose, :fields, :people,
               :minutes, :at, :decideBy, cast(:until as timestamptz), cast(:review as timestamptz))\
            """)
        .bind("controller", controller)
        .bind("id", request.id())
        .bind("kind", request.kind())
        .bind("by", request.requestedBy())
        .bind("branch", request.requesterBranch())
        .bind("purpose", request.purpose())
        .bindArray("fields", String.class, request.fields())
        .bindArray("people", UUID.class, request.people())
        .bind("minutes", request.openMinutes())
        .bind("at", request.requestedAt())
        .bind("decideBy", request.decideBy())
        .bind("until", request.openUntil())
        .bind("review", request.reviewDueAt())
        .execute();
  }

  static Optional<AccessRequest> find(Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + "where id = ?")
        .bind(0, id)
        .mapTo(AccessRequest.class)
        .findOne();
  }

  /** The newest 50 of an employee. */
  static List<AccessRequest> listOf(Handle handle, String employee) {
    return handle
        .createQuery(SELECT + "where requested_by = ? order by requested_at desc limit 50")
        .bind(0, employee)
        .mapTo(AccessRequest.class)
        .list();
  }

  /**
   * What waits for a decision or a review; of one branch, or of all. Break-glass first, then
   * everybody's oldest before anybody's second: nobody fills the list by asking often.
   */
  static List<AccessRequest> listOpen(Handle handle, @Nullable String branch, Instant now) {
    return handle
        .createQuery(
            "select"
                + COLUMNS
                + """
                from (select r.*, row_number() over (partition by kind, requested_by
                                                     order by requested_at) as turn
                        from access_request r
                       where (cast(:branch as text) is null or requester_branch = :branch)
                         and (kind = 'APPROVAL' and decided_at is null and decide_by > :now
                              or kind = 'BREAK_GLASS' and reviewed_at is null)) waiting
                order by kind = 'APPROVAL', turn, requested_at limit 50\
                """)
        .bind("branch", branch)
        .bind("now", now)
        .mapTo(AccessRequest.class)
        .list();
  }

  /** Decides a waiting request; empty when it does not wait any more: of two, one wins. */
  static Optional<AccessRequest> decide(
      Handle handle, UUID id, String by, Instant now, @Nullable Instant openUntil) {
    return handle
        .createQuery(
            "update access_request set decided_by = :by, decided_at = :now, open_until ="
                + " cast(:until as timestamptz) where id = :id and kind = 'APPROVAL' and decided_at"
                + " is null and decide_by > :now returning"
                + COLUMNS)
        .bind("by", by)
        .bind("now", now)
        .bind("until", openUntil)
        .bind("id", id)
        .mapTo(AccessRequest.class)
        .findOne();
  }

  /** Reviews a break-glass; empty when it is none or was reviewed. */
  static Optional<AccessRequest> review(
      Handle handle, UUID id, String by, Instant now, String outcome) {
    return handle
        .createQuery(
            "update access_request set reviewed_by = :by, reviewed_at = :now, review_outcome ="
                + " :outcome where id = :id and kind = 'BREAK_GLASS' and reviewed_at is null"
                + " returning"
                + COLUMNS)
        .bind("by", by)
        .bind("now", now)
        .bind("outcome", outcome)
        .bind("id", id)
        .mapTo(AccessRequest.class)
        .findOne();
  }

  static void countUse(Handle handle, UUID id) {
    handle.execute("update access_request set uses = uses + 1 where id = ?", id);
  }

  /** The employee's open access to this field of this person for this purpose. */
  static OpenAccess.Cover cover(
      Handle handle, String employee, UUID person, String field, String purpose, Instant now) {
    return handle
        .createQuery(
            """
            select count(*) > 0 as open, coalesce(bool_or(kind = 'APPROVAL'), false) as approved
              from access_request
             where requested_by = :employee and open_until > :now and purpose = :purpose
               and :person = any(people) and :field = any(fields)\
            """)
        .bind("employee", employee)
        .bind("now", now)
        .bind("purpose", purpose)
        .bind("person", person)
        .bind("field", field)
        .mapTo(OpenAccess.Cover.class)
        .one();
  }

  /** Marks what has ended or lapsed as recorded, each once over all replicas. */
  static List<AccessRequest> takeEnded(Handle handle, Instant now) {
    return handle
        .createQuery(
            "update access_request set end_recorded_at = :now where end_recorded_at is null"
                + " and (open_until <= :now or decided_at is null and kind = 'APPROVAL'"
                + " and decide_by <= :now) returning"
                + COLUMNS)
        .bind("now", now)
        .mapTo(AccessRequest.class)
        .list();
  }

  /** Marks overdue reviews as recorded, each once over all replicas. */
  static List<AccessRequest> takeOverdue(Handle handle, Instant now) {
    return handle
        .createQuery(
            "update access_request set overdue_recorded_at = :now where kind = 'BREAK_GLASS' and"
                + " reviewed_at is null and overdue_recorded_at is null and review_due_at < :now"
                + " returning"
                + COLUMNS)
        .bind("now", now)
        .mapTo(AccessRequest.class)
        .list();
  }

  /** Employees whose break-glass was not reviewed in time. */
  static List<String> listLocked(Handle handle, Instant now) {
    return handle
        .createQuery(
            "select distinct requested_by from access_request"
                + " where kind = 'BREAK_GLASS' and reviewed_at is null and review_due_at < :now")
        .bind("now", now)
        .mapTo(String.class)
        .list();
  }
}
