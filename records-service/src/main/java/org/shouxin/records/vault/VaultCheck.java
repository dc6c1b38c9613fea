package org.shouxin.records.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.startup.DeploymentMode;
import org.shouxin.platform.startup.StartupCheck;

/** Without its key-encryption keys the service could neither read nor write: it does not start. */
@ApplicationScoped
class VaultCheck implements StartupCheck {
  private static final String KEYSET_DIR = "shouxin.vault.keyset-dir";

  private static final String TRANSIT_ADDRESS = "shouxin.vault.transit.address";
  private static final String TRANSIT_TOKEN = "shouxin.vault.transit.token-file";
  private static final Logger LOG = Logger.getLogger(VaultCheck.class);

  private final VaultConfig config;
  private final DeploymentMode mode;
  private final KeysetFolder folder;
  private final KeyEncryption encryption;

  VaultCheck(
      VaultConfig config, DeploymentMode mode, KeysetFolder folder, KeyEncryption encryption) {
    this.config = config;
    this.mode = mode;
    this.folder = folder;
    this.encryption = encryption;
  }

  @Override
  public List<Finding> findings() {
    if (config.transitAddress().isPresent()) {
      Optional<Finding> unsafe = transit(config.transitAddress().get());
      if (unsafe.isPresent()) {
        return List.of(unsafe.get());
      }
    }
    return mode.isDemo() ? List.of() : keys();
  }

  private Optional<Finding> transit(URI address) {
    if (!mode.isDemo() && !"https".equals(address.getScheme())) {
      return Optional.of(Finding.severe(TRANSIT_ADDRESS, "is not https: keys would travel openly"));
    }
    return config.transitTokenFile().filter(Files::isReadable).isPresent()
        ? Optional.empty()
        : Optional.of(Finding.severe(TRANSIT_TOKEN, "is not a readable file"));
  }

  private List<Finding> keys() {
    if (!Files.isDirectory(config.keysetDir())) {
      return List.of(Finding.severe(KEYSET_DIR, "is not a readable folder"));
    }
    if (folder.controllers().isEmpty()) {
      return List.of(
          Finding.severe(KEYSET_DIR, "holds no keyset of a controller; mount the Tink keysets"));
    }
    String place = config.transitAddress().isPresent() ? TRANSIT_ADDRESS : KEYSET_DIR;
    return folder.controllers().stream()
        .filter(controller -> !isUsable(controller))
        .map(controller ->
            Finding.severe(place, "lacks a usable kek or index key of " + controller.value()))
        .toList();
  }

  private boolean isUsable(ControllerId controller) {
    try {
      return encryption.isUsable(controller) && folder.indexKeys(controller).size() > 0;
    } catch (SealBroken | UncheckedIOException unusable) {
      LOG.errorf("keys of %s: %s", controller, unusable.getMessage());
      return false;
    }
  }
}
