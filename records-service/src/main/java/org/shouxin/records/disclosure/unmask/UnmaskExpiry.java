package org.shouxin.records.disclosure.unmask;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.records.vault.Vault;

/**
 * Leaves {@code unmask.expired} for each grant that ended (story.md step 7); closing needs no job.
 */
@ApplicationScoped
class UnmaskExpiry {
  private final Database database;
  private final Vault vault;
  private final AuditOutbox outbox;
  private final Clock clock;

  UnmaskExpiry(Database database, Vault vault, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Scheduled(
      every = "20s",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void recordEnded() {
    vault.controllers().forEach(this::recordEnded);
  }

  private void recordEnded(ControllerId controller) {
    database.write(
        controller,
        handle -> {
          List<UnmaskGrant> ended = GrantTable.takeEnded(handle, controller, clock.instant());
          outbox.record(
              handle,
              ended.stream()
                  .map(grant ->
                      AuditEvents.ofSystem(controller, "records-service", "unmask.expired", clock)
                          .subject(grant.customer())
                          .purpose(grant.purpose())
                          .resource("unmask-grant", grant.id().toString(), List.of(grant.field()))
                          .build())
                  .toList());
          return ended.size();
        });
  }
}
