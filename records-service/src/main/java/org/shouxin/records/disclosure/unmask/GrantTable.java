package org.shouxin.records.disclosure.unmask;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** SQL of unmask_grant. */
final class GrantTable {
  private static final String COLUMNS =
      "id, customer_id, field, purpose, requested_by, requester_branch, requested_at, expires_at";

  private GrantTable() {}

  static void insert(
      Handle handle,
      ControllerId controller,
      UnmaskGrant grant,
      byte[] reason,
      boolean needsApproval) {
    Instant end = grant.expiresAt();
    handle
        .createUpdate(
            """
            insert into unmask_grant
              (controller_id, id, customer_id, field, purpose, reason, requested_by, requester_branch,
               requested_at, needs_approval, granted_at, expires_at)
            values (:controller, :id, :customer, :field, :purpose, :reason, :by, :branch, :at,
                    :needs,
                    cast(:granted as timestamptz), cast(:expires as timestamptz))\
            """)
        .bind("controller", controller)
        .bind("id", grant.id())
        .bind("customer", grant.customer())
        .bind("field", grant.field())
        .bind("purpose", grant.purpose())
        .bind("reason", reason)
        .bind("by", grant.requestedBy())
        .bind("branch", grant.requesterBranch())
        .bind("at", utc(grant.requestedAt()))
        .bind("needs", needsApproval)
        .bind("granted", end == null ? null : utc(grant.requestedAt()))
        .bind("expires", end == null ? null : utc(end))
        .execute();
  }

  static Optional<UnmaskGrant> find(Handle handle, ControllerId controller, UUID id) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + " from unmask_grant where controller_id = :controller and id = :id")
        .bind("controller", controller)
        .bind("id", id)
        .map((row, context) -> read(row))
        .findOne();
  }

  /** The newest grant of this requester for this field of this person and purpose, if any. */
  static Optional<UnmaskGrant> newest(Handle handle, ControllerId controller, UnmaskGrant like) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + " from unmask_grant where controller_id = :controller and requested_by = :by"
                + " and customer_id = :customer and field = :field and purpose = :purpose"
                + " order by requested_at desc, id desc limit 1")
        .bind("controller", controller)
        .bind("by", like.requestedBy())
        .bind("customer", like.customer())
        .bind("field", like.field())
        .bind("purpose", like.purpose())
        .map((row, context) -> read(row))
        .findOne();
  }

  /** A request that waits, with the requester's sealed words. */
  record Waiting(UnmaskGrant grant, byte[] reason) {}

  /** What was asked for after that time and waits for a second person, oldest first. */
  static List<Waiting> listWaiting(Handle handle, ControllerId controller, Instant after) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + ", reason from unmask_grant where controller_id = :controller and needs_approval"
                + " and granted_at is null and requested_at > :after order by requested_at, id")
        .bind("controller", controller)
        .bind("after", utc(after))
        .map((row, context) -> new Waiting(read(row), row.getBytes("reason")))
        .list();
  }

  /** Opens a waiting grant; false when it does not wait any more. */
  static boolean approve(
      Handle handle, ControllerId controller, UUID id, String approver, Instant now) {
    return handle
            .createUpdate(
                """
                update unmask_grant
                   set approved_by = :approver, granted_at = :now, expires_at = :end
                 where controller_id = :controller and id = :id and granted_at is null\
                """)
            .bind("approver", approver)
            .bind("now", utc(now))
            .bind("end", utc(now.plus(UnmaskGrant.OPEN_FOR)))
            .bind("controller", controller)
            .bind("id", id)
            .execute()
        == 1;
  }

  /** Marks grants that ended as recorded, each once over all replicas. */
  static List<UnmaskGrant> takeEnded(Handle handle, ControllerId controller, Instant now) {
    return handle
        .createQuery(
            """
            update unmask_grant set expiry_recorded_at = :now
             where controller_id = :controller and expires_at <= :now and expiry_recorded_at is null
            returning
            """
                + COLUMNS)
        .bind("now", utc(now))
        .bind("controller", controller)
        .map((row, context) -> read(row))
        .list();
  }

  private static UnmaskGrant read(ResultSet row) throws SQLException {
    OffsetDateTime end = row.getObject("expires_at", OffsetDateTime.class);
    return new UnmaskGrant(
        row.getObject("id", UUID.class),
        new CustomerId(row.getObject("customer_id", UUID.class)),
        row.getString("field"),
        row.getString("purpose"),
        row.getString("requested_by"),
        row.getString("requester_branch"),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        end == null ? null : end.toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
