package org.shouxin.gateway.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The proofs of the last moments, so that none counts twice at this replica. One that was overheard
 * can be repeated at another replica within its minute, with the same request only.
 */
@ApplicationScoped
class UsedProofs {
  private static final int MOST = 100_000;

  private final ConcurrentMap<String, Instant> used = new ConcurrentHashMap<>();

  /** False when this proof was used before, or when too many are remembered to be sure. */
  boolean first(KeyProof proof, Instant now) {
    if (used.size() >= MOST) {
      used.values().removeIf(until -> until.isBefore(now));
    }
    return used.size() < MOST
        && used.putIfAbsent(
                proof.key() + " " + proof.id(), now.plus(KeyProof.LONGEST.multipliedBy(2)))
            == null;
  }
}
