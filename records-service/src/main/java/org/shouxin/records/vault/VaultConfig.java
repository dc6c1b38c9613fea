package org.shouxin.records.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** {@code shouxin.vault.*}. */
@ConfigMapping(prefix = "shouxin.vault")
interface VaultConfig {
  /**
   * Folder of Tink JSON keysets, two a controller: {@code <controller>.kek.json} (wraps data keys,
   * rotated by adding a primary key) and {@code <controller>.index.json} (blind index, never
   * rotated). Transfers of the business need two more: {@code <controller>.receive.json} (packages
   * are sealed to it) and {@code <controller>.sign.json} (signs manifests and receipts).
   */
  Path keysetDir();

  /** How many unwrapped data keys are kept. */
  @WithDefault("2000")
  int keyCacheSize();

  /** How long an unwrapped data key is kept after it was unwrapped. */
  @WithDefault("PT1M")
  Duration keyCachePeriod();

  /** How often keys wrapped by a key that is no longer primary are looked for. */
  @WithDefault("PT10M")
  Duration rewrapPeriod();

  /**
   * Address of a transit engine (HashiCorp Vault, OpenBao) that keeps the key-encryption keys; then
   * the folder holds the index keysets only.
   */
  @WithName("transit.address")
  Optional<URI> transitAddress();

  /** File with the token for it, read at each request. */
  @WithName("transit.token-file")
  Optional<Path> transitTokenFile();

  /** Where the engine is mounted. */
  @WithName("transit.mount")
  @WithDefault("transit")
  String transitMount();

  /** A controller's key is named so, followed by the controller. */
  @WithName("transit.key-prefix")
  @WithDefault("shouxin-")
  String transitKeyPrefix();

  /** How long one request to it may take. */
  @WithName("transit.timeout")
  @WithDefault("PT3S")
  Duration transitTimeout();
}
