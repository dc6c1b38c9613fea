package org.shouxin.records.vault;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.shouxin.platform.identity.ControllerId;

/**
 * Finishes a rotation of key-encryption keys while the service runs: after an operator made a new
 * key the primary one of a keyset, wrapped keys follow in small batches; the data are not touched.
 */
@ApplicationScoped
class KeyRotation {
  private static final Logger LOG = Logger.getLogger(KeyRotation.class);
  private static final int BATCH = 500;

  private final KeysetFolder folder;
  private final Vault vault;

  KeyRotation(KeysetFolder folder, Vault vault) {
    this.folder = folder;
    this.vault = vault;
  }

  @Scheduled(
      every = "${shouxin.vault.rewrap-period}",
      delayed = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void rewrapAll() {
    for (ControllerId controller : folder.controllers()) {
      int total = 0;
      for (int done = BATCH; done == BATCH; total += done) {
        done = vault.rewrap(controller, BATCH);
      }
      if (total > 0) {
        LOG.infof("re-wrapped %d data keys of %s", total, controller);
      }
    }
  }
}
