package org.shouxin.consent.rightsrequest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Rights requests and their steps in PostgreSQL: inserts only. */
@ApplicationScoped
class RequestRows {
  private static final String COLUMNS =
      "select id, customer_id, type, text_id, received_at from rights_request";

  /** A request as received. */
  public record Received(
      UUID id,
      CustomerId customerId,
      RightsRequestType type,
      @Nullable UUID textId,
      Instant receivedAt) {}

  void insert(Handle handle, ControllerId controller, Received row) {
    handle
        .createUpdate(
            "insert into rights_request (controller_id, id, customer_id, type, text_id, received_at)"
                + " values (?, ?, ?, ?, ?, ?)")
        .bind(0, controller)
        .bind(1, row.id())
        .bind(2, row.customerId())
        .bind(3, row.type().name())
        .bind(4, row.textId())
        .bind(5, row.receivedAt())
        .execute();
  }

  /** The request that an earlier copy with this key led to. */
  Optional<Received> findByKey(Handle handle, Actor actor, String key) {
    return handle
        .createQuery(
            COLUMNS
                + " where id = (select request_id from rights_request_key where actor_id = ? and key"
                + " = ?)")
        .bind(0, actor.id())
        .bind(1, key)
        .mapTo(Received.class)
        .findOne();
  }

  void keepKey(Handle handle, Actor actor, String key, UUID request) {
    handle.execute(
        "insert into rights_request_key (controller_id, actor_id, key, request_id)"
            + " values (?, ?, ?, ?)",
        actor.controller(),
        actor.id(),
        key,
        request);
  }

  /** Waits for another copy of the same request. */
  void lock(Handle handle, Actor actor, String key) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 3))")
        .bind(0, actor.controller() + "|" + actor.id() + "|" + key)
        .mapToMap()
        .one();
  }

  Optional<Received> find(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + " where id = ?")
        .bind(0, id)
        .mapTo(Received.class)
        .findOne();
  }

  /** Waits for other steps of the same request, so that two of them cannot both be next. */
  void lock(Handle handle, UUID id) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 2))")
        .bind(0, id.toString())
        .mapToMap()
        .one();
  }

  /**
   * Whose requests are read.
   *
   * @param people these people's; null: everybody's
   * @param recordedBy those that this employee recorded; null: however they came
   */
  record Reader(@Nullable Set<CustomerId> people, @Nullable String recordedBy) {}

  /** Newest first; {@code before} continues a listing. */
  List<Received> list(Handle handle, Reader reader, @Nullable UUID before, int limit) {
    Set<CustomerId> people = reader.people();
    return handle
        .createQuery(
            COLUMNS
                + " where (not :some or customer_id = any(:people))"
                + " and (:recorder::text is null or exists (select 1 from rights_request_intake i"
                + " where i.controller_id = rights_request.controller_id"
                + " and i.request_id = rights_request.id and i.recorded_by = :recorder))"
                + " and (:before::uuid is null or id < :before::uuid) order by id desc limit :limit")
        .bind("some", people != null)
        .bindArray(
            "people",
            UUID.class,
            people == null ? List.of() : people.stream().map(CustomerId::value).toList())
        .bind("recorder", reader.recordedBy())
        .bind("before", before == null ? null : before.toString())
        .bind("limit", limit)
        .mapTo(Received.class)
        .list();
  }

  List<RequestStep> steps(Handle handle, UUID request) {
    return handle
        .createQuery(
            "select kind, at, actor_id, reason_code, text_id from rights_request_step"
                + " where request_id = ? order by sequence")
        .bind(0, request)
        .mapTo(RequestStep.class)
        .list();
  }

  void insert(Handle handle, ControllerId controller, UUID request, Intake intake) {
    handle.execute(
        "insert into rights_request_intake (controller_id, request_id, channel, recorded_by,"
            + " guardian_id) values (?, ?, ?, ?, ?)",
        controller,
        request,
        intake.channel().name(),
        intake.recordedBy(),
        intake.guardianId());
  }

  /** How a request came in that staff recorded; empty for those of the portal. */
  Optional<Intake> findIntake(Handle handle, UUID request) {
    return handle
        .createQuery(
            "select channel, recorded_by, guardian_id from rights_request_intake where request_id ="
                + " ?")
        .bind(0, request)
        .mapTo(Intake.class)
        .findOne();
  }

  void append(
      Handle handle,
      ControllerId controller,
      UUID request,
      int sequence,
      RequestStep step,
      @Nullable String proofReference) {
    handle
        .createUpdate(
            "insert into rights_request_step (controller_id, request_id, sequence, kind, at,"
                + " actor_id, reason_code, text_id, proof_reference)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(0, controller)
        .bind(1, request)
        .bind(2, sequence)
        .bind(3, step.kind().name())
        .bind(4, step.at())
        .bind(5, step.actorId())
        .bind(6, step.reasonCode())
        .bind(7, step.textId())
        .bind(8, proofReference)
        .execute();
  }
}
