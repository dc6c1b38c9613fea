package org.shouxin.records.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** {@code shouxin.intake.*}. */
@ConfigMapping(prefix = "shouxin.intake")
interface IntakeConfig {
  /** Where a file waits while it is read; it is deleted when the import ends. */
  @WithDefault("${java.io.tmpdir}/shouxin-intake")
  Path workDir();

  /** Largest file taken. */
  @WithDefault("512M")
  MemorySize maxSize();

  /** Rows a transaction. */
  @WithDefault("2000")
  int batchRows();

  /**
   * An import without sign of life for so long may be taken over by whoever sends the file again.
   */
  @WithDefault("PT5M")
  Duration staleAfter();
}
