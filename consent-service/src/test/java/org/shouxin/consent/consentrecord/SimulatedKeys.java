package org.shouxin.consent.consentrecord;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;

/** Idempotency keys in memory; a use of a key for another request does not happen here. */
class SimulatedKeys extends IdempotencyKeys {
  private final SimulatedConsents consents;

  SimulatedKeys(SimulatedConsents consents) {
    this.consents = consents;
  }

  @Override
  Optional<UUID> findEarlier(
      Handle handle, Actor actor, @Nullable String key, String requestSha256) {
    return key == null ? Optional.empty() : consents.use(key).map(Use::recordId);
  }

  @Override
  void remember(
      Handle handle,
      Actor actor,
      @Nullable String key,
      String requestSha256,
      UUID recordId,
      Instant now) {
    if (key != null) {
      consents.remember(key, new Use(requestSha256, recordId));
    }
  }
}
