package org.shouxin.audit.entry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.refusal.RefusalLog;

/** What this service refuses stands in its own log, too. */
@Singleton
class OwnRefusals implements RefusalLog {
  private final Database database;
  private final OwnEvents events;

  @Inject
  OwnRefusals(Database database, OwnEvents events) {
    this.database = database;
    this.events = events;
  }

  @Override
  public void record(AuditEvent event) {
    database.systemWrite(handle -> {
      events.record(handle, event);
      return event;
    });
  }

  /** Events of this service belong to changes, and a refused change has none. */
  @Override
  public boolean isRecorded() {
    return false;
  }
}
