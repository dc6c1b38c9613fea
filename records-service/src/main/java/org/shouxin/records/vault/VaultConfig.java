package org.shouxin.records.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** {@code shouxin.vault.*}. */
@ConfigMapping(prefix = "shouxin.vault")
interface VaultConfig {
  /**
   * Folder of Tink JSON keysets, two a controller: {@code <controller>.kek.json} (wraps data keys,
   * rotated by adding a primary key) and {@code <controller>.index.json} (blind index, never
   * rotated).
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
}
