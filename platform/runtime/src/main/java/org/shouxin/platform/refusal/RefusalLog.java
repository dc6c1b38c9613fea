package org.shouxin.platform.refusal;

import org.shouxin.platform.audit.AuditEvent;

/** Where a service leaves the events of its refusals; the gateway has no database and no log. */
public interface RefusalLog {

  /** Writes one event, in a transaction of its own: what was refused was rolled back. */
  void record(AuditEvent event);

  /** Whether the request at hand left an event already, the refusal's own for example. */
  boolean isRecorded();
}
