package org.shouxin.records.transfer.parcel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** {@code shouxin.transfer.*}. */
@ConfigMapping(prefix = "shouxin.transfer")
interface PackageConfig {
  /** Where packages stand, sealed to their receivers; replicas share it. */
  @WithDefault("${java.io.tmpdir}/shouxin-transfer")
  Path packageDir();

  /** People a chunk: what is held in memory at once. */
  @WithDefault("200")
  int chunkPeople();

  /** Chunks a request; whoever asks again goes on where it ended. */
  @WithDefault("50")
  int chunksPerRequest();
}
