package org.shouxin.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.shouxin.platform.database.Database;

/** The outbox in the service's own database. */
@ApplicationScoped
class OutboxTable implements OutboxStore {
  private static final String CURSOR =
      "select source_suffix, transaction_id::text as transaction_id, id, next_position"
          + " from audit_outbox_cursor";

  /** Ordered by the column, not by its text of the same name: 9 comes before 10. */
  private static final String NEXT =
      "select o.transaction_id::text as transaction_id, o.id, o.body from audit_outbox o"
          + " where (o.transaction_id, o.id) > (?::xid8, ?)"
          + " and o.transaction_id < pg_snapshot_xmin(pg_current_snapshot())"
          + " order by o.transaction_id, o.id limit "
          + BATCH;

  private static final String ADVANCE =
      "update audit_outbox_cursor set transaction_id = ?::xid8, id = ?, next_position = ?,"
          + " delivered_at = now() where next_position = ?";
  private static final String FORGET =
      "delete from audit_outbox o using audit_outbox_cursor c"
          + " where (o.transaction_id, o.id) <= (c.transaction_id, c.id)";
  private static final String ANY =
      "select exists(select 1 from audit_outbox o, audit_outbox_cursor c"
          + " where (o.transaction_id, o.id) > (c.transaction_id, c.id))";
  private static final String OLDEST =
      "select coalesce(extract(epoch from now() - min(o.recorded_at)), 0)"
          + " from audit_outbox o, audit_outbox_cursor c"
          + " where (o.transaction_id, o.id) > (c.transaction_id, c.id)";

  private final Database database;

  @Inject
  OutboxTable(Database database) {
    this.database = database;
  }

  @Override
  public Cursor cursor() {
    return database.systemRead(handle -> handle.createQuery(CURSOR).mapTo(Cursor.class).one());
  }

  @Override
  public List<Waiting> next(Cursor cursor) {
    return database.systemRead(handle ->
        handle
            .createQuery(NEXT)
            .bind(0, cursor.transactionId())
            .bind(1, cursor.id())
            .mapTo(Waiting.class)
            .list());
  }

  @Override
  public void advance(Cursor from, Waiting last, long nextPosition) {
    database.systemWrite(handle ->
        handle.execute(
            ADVANCE, last.transactionId(), last.id(), nextPosition, from.nextPosition()));
  }

  @Override
  public void forgetDelivered() {
    database.systemWrite(handle -> handle.execute(FORGET));
  }

  @Override
  public boolean anyWait() {
    return database.systemRead(handle -> handle.createQuery(ANY).mapTo(Boolean.class).one());
  }

  @Override
  public double ageOfOldest() {
    return database.systemRead(handle -> handle.createQuery(OLDEST).mapTo(Double.class).one());
  }
}
