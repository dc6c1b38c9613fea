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

/**
 * One delivery step: reads the next events, gives them to audit-service, moves the cursor by
 * compare-and-set. Positions follow from the cursor alone, so a repeated delivery, also by a second
 * replica, carries the same positions and audit-service stores each event once.
 */
@ApplicationScoped
class OutboxDelivery {
  private static final long KEEP_DELIVERED_ROWS = 10_000;

  private final OutboxStore store;
  private final AuditIntake audit;
  private final ObjectMapper json;
  private final String service;
  private long deliveredSinceForget;

  @Inject
  OutboxDelivery(
      OutboxStore store,
      @RestClient AuditIntake audit,
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.store = store;
    this.audit = audit;
    this.json = json;
    this.service = service;
  }

  /** Delivers up to one batch; true when there may be more. */
  boolean deliverNext() {
    OutboxStore.Cursor cursor = store.cursor();
    List<OutboxStore.Waiting> waiting = store.next(cursor);
    if (waiting.isEmpty()) {
      return false;
    }
    List<AuditEvent> events = waiting.stream().map(this::decode).toList();
    audit.deliver(
        new EventBatch(service + "." + cursor.sourceSuffix(), cursor.nextPosition(), events));
    store.advance(cursor, waiting.getLast(), cursor.nextPosition() + waiting.size());
    forgetNowAndThen(waiting.size());
    return waiting.size() == OutboxStore.BATCH;
  }

  /** True when rows exist that were too young to be delivered in order. */
  boolean rowsInFlight() {
    return store.anyWait();
  }

  /** Seconds since the oldest event was written that is not delivered yet; 0 when none waits. */
  double ageOfOldest() {
    return store.ageOfOldest();
  }

  private void forgetNowAndThen(int delivered) {
    deliveredSinceForget += delivered;
    if (deliveredSinceForget >= KEEP_DELIVERED_ROWS) {
      store.forgetDelivered();
      deliveredSinceForget = 0;
    }
  }

  private AuditEvent decode(OutboxStore.Waiting row) {
    try {
      return json.readValue(row.body(), AuditEvent.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an outbox row is not an audit event", impossible);
    }
  }
}
