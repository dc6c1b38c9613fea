package org.shouxin.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvent;

/** Writes outbox rows: one statement however many events. */
@ApplicationScoped
class OutboxRows {
  private static final String INSERT =
      "insert into audit_outbox (event_id, controller_id, body)"
          + " select e, c, b from unnest(?::uuid[], ?::text[], ?::text[]) with ordinality"
          + " as t(e, c, b, n) order by n";

  private final ObjectMapper json;

  @Inject
  OutboxRows(ObjectMapper json) {
    this.json = json;
  }

  List<OutboxRow> encode(List<AuditEvent> events) {
    return events.stream().map(this::encode).toList();
  }

  private OutboxRow encode(AuditEvent event) {
    try {
      return new OutboxRow(event.eventId(), event.controllerId(), json.writeValueAsString(event));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("audit event cannot be written as JSON", impossible);
    }
  }

  void insert(Handle handle, List<OutboxRow> events) {
    if (events.isEmpty()) {
      return;
    }
    UUID[] ids = events.stream().map(OutboxRow::eventId).toArray(UUID[]::new);
    String[] controllers = events.stream().map(OutboxRow::controllerId).toArray(String[]::new);
    String[] bodies = events.stream().map(OutboxRow::body).toArray(String[]::new);
    handle.execute(INSERT, ids, controllers, bodies);
  }
}
