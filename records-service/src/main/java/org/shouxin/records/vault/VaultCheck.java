package org.shouxin.records.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.util.List;
import org.shouxin.platform.startup.DeploymentMode;
import org.shouxin.platform.startup.StartupCheck;

/** Without its key-encryption keys the service could neither read nor write: it does not start. */
@ApplicationScoped
class VaultCheck implements StartupCheck {
  private static final String KEYSET_DIR = "shouxin.vault.keyset-dir";

  private final VaultConfig config;
  private final DeploymentMode mode;
  private final KeysetFolder folder;

  VaultCheck(VaultConfig config, DeploymentMode mode, KeysetFolder folder) {
    this.config = config;
    this.mode = mode;
    this.folder = folder;
  }

  @Override
  public List<Finding> findings() {
    if (mode.isDemo()) {
      return List.of();
    }
    if (!Files.isDirectory(config.keysetDir())) {
      return List.of(Finding.severe(KEYSET_DIR, "is not a readable folder"));
    }
    if (folder.controllers().isEmpty()) {
      return List.of(
          Finding.severe(KEYSET_DIR, "holds no <controller>.kek.json; mount the Tink keysets"));
    }
    return folder.controllers().stream()
        .filter(controller -> !folder.isUsable(controller))
        .map(controller ->
            Finding.severe(
                KEYSET_DIR, "lacks a readable kek or index keyset of " + controller.value()))
        .toList();
  }
}
