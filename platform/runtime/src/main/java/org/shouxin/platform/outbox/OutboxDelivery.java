package org.shouxin.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.EventBatch;
import org.shouxin.platform.database.Database;

/**
 * One delivery step: reads the next events, gives them to audit-service, moves the cursor by
 * compare-and-set. Positions follow from the cursor alone, so a repeated delivery, also by a second
 * replica, carries the same positions and audit-service stores each event once.
 */
@ApplicationScoped
class OutboxDelivery {
  private static final int BATCH = 500;
  private static final long KEEP_DELIVERED_ROWS = 10_000;
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
  private static final String IN_FLIGHT =
      "select exists(select 1 from audit_outbox o, audit_outbox_cursor c"
          + " where (o.transaction_id, o.id) > (c.transaction_id, c.id))";

  /** Where the relay stands. */
  public record Cursor(String sourceSuffix, String transactionId, long id, long nextPosition) {}

  /** An event that waits. */
  public record Waiting(String transactionId, long id, String body) {}

  private static final String OLDEST =
      "select coalesce(extract(epoch from now() - min(o.recorded_at)), 0)"
          + " from audit_outbox o, audit_outbox_cursor c"
          + " where (o.transaction_id, o.id) > (c.transaction_id, c.id)";

  private final Database database;
  private final AuditIntake audit;
  private final ObjectMapper json;
  private final String service;
  private long deliveredSinceForget;

  @Inject
  OutboxDelivery(
      Database database,
      @RestClient AuditIntake audit,
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.database = database;
    this.audit = audit;
    this.json = json;
    this.service = service;
  }

  /** Delivers up to one batch; true when there may be more. */
  boolean deliverNext() {
    Cursor cursor =
        database.systemRead(handle -> handle.createQuery(CURSOR).mapTo(Cursor.class).one());
    List<Waiting> waiting =
        database.systemRead(handle ->
            handle
                .createQuery(NEXT)
                .bind(0, cursor.transactionId())
                .bind(1, cursor.id())
                .mapTo(Waiting.class)
                .list());
    if (waiting.isEmpty()) {
      return false;
    }
    List<AuditEvent> events = waiting.stream().map(this::decode).toList();
    audit.deliver(
        new EventBatch(service + "." + cursor.sourceSuffix(), cursor.nextPosition(), events));
    advance(cursor, waiting);
    return waiting.size() == BATCH;
  }

  /** True when rows exist that were too young to be delivered in order. */
  boolean rowsInFlight() {
    return database.systemRead(handle -> handle.createQuery(IN_FLIGHT).mapTo(Boolean.class).one());
  }

  /** Seconds since the oldest event was written that is not delivered yet; 0 when none waits. */
  double ageOfOldest() {
    return database.systemRead(handle -> handle.createQuery(OLDEST).mapTo(Double.class).one());
  }

  private void advance(Cursor cursor, List<Waiting> delivered) {
    Waiting last = delivered.getLast();
    database.systemWrite(handle ->
        handle.execute(
            ADVANCE,
            last.transactionId(),
            last.id(),
            cursor.nextPosition() + delivered.size(),
            cursor.nextPosition()));
    deliveredSinceForget += delivered.size();
    if (deliveredSinceForget >= KEEP_DELIVERED_ROWS) {
      database.systemWrite(handle -> handle.execute(FORGET));
      deliveredSinceForget = 0;
    }
  }

  private AuditEvent decode(Waiting row) {
    try {
      return json.readValue(row.body(), AuditEvent.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an outbox row is not an audit event", impossible);
    }
  }
}
