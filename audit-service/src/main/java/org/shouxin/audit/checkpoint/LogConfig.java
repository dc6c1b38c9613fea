package org.shouxin.audit.checkpoint;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the log (docs/configuration.md). */
@ConfigMapping(prefix = "shouxin.log")
public interface LogConfig {
  /** Name of the log and of its key, the log's address without scheme. */
  String origin();

  /** File that holds the signing key. */
  Path signingKeyFile();

  /** File with the key before it, while the key is being rotated: checkpoints carry both lines. */
  Optional<Path> previousSigningKeyFile();

  /** File that holds the second, post-quantum key; checkpoints go without its line when not set. */
  Optional<Path> mlDsaKeyFile();

  /** Whether a missing key is made at the first start; demo only. */
  boolean createSigningKey();

  /** File outside the database with the last signed checkpoint. */
  Path checkpointFile();

  /** File with the witnesses to ask for cosignatures, in the form of C2SP tlog-policy. */
  Optional<Path> witnessPolicy();

  /** Shortest time between two checkpoints. */
  Duration checkpointInterval();
}
