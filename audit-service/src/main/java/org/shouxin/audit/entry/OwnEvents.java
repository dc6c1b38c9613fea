package org.shouxin.audit.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvent;

/**
 * Where audit-service leaves the events of its own changes (promise 1): they exist exactly when the
 * change does, and {@link OwnEventRelay} gives them to the sequencer.
 */
@Singleton
public class OwnEvents {
  private final ObjectMapper json;

  @Inject
  public OwnEvents(ObjectMapper json) {
    this.json = json;
  }

  /** Writes events into the caller's transaction. */
  public void record(Handle transaction, AuditEvent... events) {
    for (AuditEvent event : events) {
      transaction.execute("insert into own_event (body) values (?)", write(event));
    }
  }

  private String write(AuditEvent event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an audit event cannot be written as JSON", impossible);
    }
  }
}
