package org.shouxin.audit.witness;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.shouxin.audit.checkpoint.VerifierKey;

/** Which logs the witness cosigns for, by their origin. */
@FunctionalInterface
interface TrustedLogs {
  Optional<VerifierKey> find(String origin) throws IOException;

  /** Logs whose keys were given by hand, as in production. */
  static TrustedLogs of(List<VerifierKey> keys) {
    return origin -> keys.stream().filter(key -> key.name().equals(origin)).findFirst();
  }
}
