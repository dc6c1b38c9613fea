package org.shouxin.records.vault;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;

/**
 * Finishes a rotation of key-encryption keys while the service runs: after an operator made a new
 * key the primary one of a keyset, wrapped keys follow in small batches; the data are not touched.
 * When none is left under another key, that is an event, once a key (R-BT-05).
 */
@ApplicationScoped
class KeyRotation {
  private static final Logger LOG = Logger.getLogger(KeyRotation.class);
  private static final int BATCH = 500;
  private static final String NOTED =
      "select exists (select 1 from key_rotation where controller_id = ?)";
  private static final String NOTE =
      "insert into key_rotation (controller_id, key_encryption_key_id, noted_at) values (?, ?, ?)"
          + " on conflict on constraint key_rotation_pk do nothing";

  private final KeysetFolder folder;
  private final Vault vault;
  private final Database database;
  private final AuditOutbox audit;
  private final Clock clock;

  KeyRotation(KeysetFolder folder, Vault vault, Database database, AuditOutbox audit, Clock clock) {
    this.folder = folder;
    this.vault = vault;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(
      every = "${shouxin.vault.rewrap-period}",
      delayed = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void rewrapAll() {
    for (ControllerId controller : folder.controllers()) {
      rewrap(controller);
    }
  }

  void rewrap(ControllerId controller) {
    int primary = vault.primaryKeyId(controller);
    int total = 0;
    for (int done = BATCH; done == BATCH; total += done) {
      done = vault.rewrap(controller, BATCH);
    }
    int rewrapped = total;
    if (rewrapped > 0) {
      LOG.infof("re-wrapped %d data keys of %s", rewrapped, controller);
    }
    database.write(
        controller,
        handle -> {
          note(handle, controller, primary, rewrapped);
          return primary;
        });
  }

  /** A controller's first key is where it began, and no rotation. */
  private void note(Handle handle, ControllerId controller, int primary, int rewrapped) {
    boolean before = handle.createQuery(NOTED).bind(0, controller).mapTo(Boolean.class).one();
    int noted = handle.execute(NOTE, controller, primary, clock.instant().atOffset(ZoneOffset.UTC));
    if (before && noted == 1) {
      audit.record(
          handle,
          AuditEvents.ofSystem(controller, "records-service", "key.rotated", clock)
              .resource("key-encryption-key", null)
              .count(rewrapped)
              .build());
    }
  }
}
