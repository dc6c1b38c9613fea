package org.shouxin.consent.stoporder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/** Rows of stop orders and of what is still to be done about them. */
@ApplicationScoped
class StopOrderRows {

  /** An order that arrived with a transfer names its company; ids are each controller's own. */
  private static final String FOR_OUR_RECIPIENT =
      "(o.arrived_from is null or exists (select 1 from recipient rc"
          + " where rc.controller_id = o.controller_id and rc.id = o.recipient_id"
          + " and rc.uscc = o.recipient_uscc))";

  /** An order that something may be due about. */
  record Due(ControllerId controller, UUID id) {}

  void insert(Handle handle, ControllerId controller, StopOrder order) {
    handle
        .createUpdate(
            """
            insert into stop_order (controller_id, id, recipient_id, consent_record_id, customer_id, purpose,
              ordered_at, due_at, next_attempt_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .bind(0, controller)
        .bind(1, order.id())
        .bind(2, order.recipientId())
        .bind(3, order.consentRecordId())
        .bind(4, order.customerId())
        .bind(5, order.purpose())
        .bind(6, at(order.orderedAt()))
        .bind(7, at(order.dueAt()))
        .bind(8, at(order.orderedAt()))
        .execute();
    handle
        .createUpdate("insert into stop_order_due values (?, ?, ?)")
        .bind(0, controller)
        .bind(1, order.id())
        .bind(2, at(order.orderedAt()))
        .execute();
  }

  List<Due> listDue(Handle handle, Instant now) {
    return handle
        .createQuery(
            "select controller_id, stop_order_id from stop_order_due where look_again_at <= ?"
                + " order by look_again_at limit 50")
        .bind(0, at(now))
        .map((row, context) ->
            new Due(
                new ControllerId(row.getString("controller_id")),
                row.getObject("stop_order_id", UUID.class)))
        .list();
  }

  /** Takes an order that is due, unless somebody else has it. */
  boolean claim(Handle handle, Due due, Instant now) {
    return handle
        .createQuery(
            "select 1 from stop_order_due where controller_id = ? and stop_order_id = ?"
                + " and look_again_at <= ? for update skip locked")
        .bind(0, due.controller())
        .bind(1, due.id())
        .bind(2, at(now))
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  void lookAgain(Handle handle, Due due, Instant when) {
    handle
        .createUpdate(
            "update stop_order_due set look_again_at = ? where controller_id = ? and stop_order_id = ?")
        .bind(0, at(when))
        .bind(1, due.controller())
        .bind(2, due.id())
        .execute();
  }

  void forget(Handle handle, Due due) {
    handle
        .createUpdate("delete from stop_order_due where controller_id = ? and stop_order_id = ?")
        .bind(0, due.controller())
        .bind(1, due.id())
        .execute();
  }

  Optional<StopOrder> find(Handle handle, UUID id) {
    return handle
        .createQuery("select * from stop_order where id = ? for update")
        .bind(0, id)
        .map(StopOrderRows::read)
        .findOne();
  }

  /** Orders, newest first: one recipient's, or all when null. */
  List<StopOrder> list(Handle handle, @Nullable String recipientId, boolean openOnly) {
    return handle
        .createQuery(
            """
            select * from stop_order o
            where (cast(:recipient as text) is null or (recipient_id = :recipient and %s))
              and (not :openOnly or acknowledged_at is null)
            order by id desc limit 200
            """
                .formatted(FOR_OUR_RECIPIENT))
        .bind("recipient", recipientId)
        .bind("openOnly", openOnly)
        .map(StopOrderRows::read)
        .list();
  }

  /** Whether the company that an order is for is our recipient of that id. */
  boolean isForOurRecipient(Handle handle, UUID id) {
    return handle
        .createQuery("select " + FOR_OUR_RECIPIENT + " from stop_order o where o.id = ?")
        .bind(0, id)
        .mapTo(Boolean.class)
        .one();
  }

  void countAttempt(Handle handle, UUID id) {
    handle
        .createUpdate("update stop_order set attempts = attempts + 1 where id = ?")
        .bind(0, id)
        .execute();
  }

  /** Writes one of the times {@code delivered_at, dead_at, acknowledged_at, overdue_at}. */
  void mark(Handle handle, UUID id, Mark mark, Instant when) {
    handle
        .createUpdate("update stop_order set " + mark.column + " = ? where id = ?")
        .bind(0, at(when))
        .bind(1, id)
        .execute();
  }

  /** The times an order gathers. */
  enum Mark {
    DELIVERED("delivered_at"),
    DEAD("dead_at"),
    ACKNOWLEDGED("acknowledged_at"),
    OVERDUE("overdue_at");

    private final String column;

    Mark(String column) {
      this.column = column;
    }
  }

  private static StopOrder read(ResultSet row, StatementContext context) throws SQLException {
    return new StopOrder(
        row.getObject("id", UUID.class),
        row.getString("recipient_id"),
        row.getObject("consent_record_id", UUID.class),
        row.getObject("customer_id", UUID.class),
        row.getString("purpose"),
        row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"),
        instant(row, "delivered_at"),
        instant(row, "dead_at"),
        instant(row, "acknowledged_at"),
        instant(row, "overdue_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
