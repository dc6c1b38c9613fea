package org.shouxin.audit.destruction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item of a plan's list, with how far it is.
 *
 * @param state WAITING, BEGUN (may be half done after a failure), DONE, WITHDRAWN
 * @param fault code of the last failure
 */
public record Item(
    UUID id,
    UUID planId,
    @Nullable UUID subjectRef,
    String store,
    String recordRef,
    String retentionClass,
    Method method,
    String digest,
    String state,
    int attempts,
    @Nullable String fault,
    @Nullable Instant begunAt,
    @Nullable Instant settledAt,
    @Nullable String settledBy,
    @Nullable Integer rowsDestroyed) {

  /** True while there is something left to destroy. */
  public boolean isOpen() {
    return state.equals("WAITING") || state.equals("BEGUN");
  }
}
