package org.shouxin.records.vault;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Forgets on each replica what another one destroyed: a destroyed key leaves the memory of all of
 * them, also where nobody asks for it any more (R-RC-11).
 */
@ApplicationScoped
class DestroyedKeys {
  private final Vault vault;
  private final VaultConfig config;

  DestroyedKeys(Vault vault, VaultConfig config) {
    this.vault = vault;
    this.config = config;
  }

  @Scheduled(
      every = "{shouxin.destruction.poll-every}",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    vault.forgetDestroyed(config.keyCachePeriod());
  }
}
