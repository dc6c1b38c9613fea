package org.shouxin.consent.consentrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Keys that make a repeated request find what the first one did (R-CN-02, replayed writes). */
@ApplicationScoped
class IdempotencyKeys {

  /** One use of a key. */
  record Use(String requestSha256, UUID recordId) {}

  /**
   * The record that an earlier request with this key led to.
   *
   * @throws ProblemException IDEMPOTENCY_CONFLICT when that request was another one
   */
  Optional<UUID> findEarlier(
      Handle handle, Actor actor, @Nullable String key, String requestSha256) {
    if (key == null) {
      return Optional.empty();
    }
    Optional<Use> earlier =
        handle
            .createQuery(
                "select request_sha256, record_id from idempotency_key where actor_id = ? and key = ?")
            .bind(0, actor.id())
            .bind(1, key)
            .map((row, context) ->
                new Use(row.getString("request_sha256"), row.getObject("record_id", UUID.class)))
            .findOne();
    if (earlier.isPresent() && !earlier.get().requestSha256().equals(requestSha256)) {
      throw new ProblemException(ProblemCode.IDEMPOTENCY_CONFLICT);
    }
    return earlier.map(Use::recordId);
  }

  /**
   * Keeps the use of a key.
   *
   * @throws ProblemException IDEMPOTENCY_CONFLICT when another request uses it at this moment
   */
  void remember(
      Handle handle,
      Actor actor,
      @Nullable String key,
      String requestSha256,
      UUID recordId,
      Instant now) {
    if (key == null) {
      return;
    }
    int kept =
        handle
            .createUpdate(
                "insert into idempotency_key values (?, ?, ?, ?, ?, ?) on conflict do nothing")
            .bind(0, actor.controller())
            .bind(1, actor.id())
            .bind(2, key)
            .bind(3, requestSha256)
            .bind(4, recordId)
            .bind(5, now.atOffset(ZoneOffset.UTC))
            .execute();
    if (kept == 0) {
      throw new ProblemException(ProblemCode.IDEMPOTENCY_CONFLICT);
    }
  }
}
