package org.shouxin.records.access.request;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.records.vault.Vault;

/**
 * Leaves an event for each access that ended, each request that lapsed (K-22) and each review that
 * is overdue (K-23). Closing and locking need no job.
 */
@ApplicationScoped
class RequestWatch {
  private final Database database;
  private final Vault vault;
  private final AuditOutbox outbox;
  private final Clock clock;

  RequestWatch(Database database, Vault vault, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Scheduled(
      every = "20s",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void watch() {
    vault.controllers().forEach(this::watch);
  }

  private void watch(ControllerId controller) {
    database.write(
        controller,
        handle -> {
          Instant now = clock.instant();
          List<AuditEvent> events =
              Stream.concat(
                      RequestRows.takeEnded(handle, now).stream()
                          .map(request ->
                              event(
                                  controller,
                                  request.openUntil() == null ? "access.lapsed" : "grant.expired",
                                  request)),
                      RequestRows.takeOverdue(handle, now).stream()
                          .map(request -> event(controller, "access.break_glass.overdue", request)))
                  .toList();
          outbox.record(handle, events);
          return events.size();
        });
  }

  private AuditEvent event(ControllerId controller, String type, AccessRequest request) {
    return AccessRequests.about(
            AuditEvents.ofSystem(controller, "records-service", type, clock), request)
        .build();
  }
}
