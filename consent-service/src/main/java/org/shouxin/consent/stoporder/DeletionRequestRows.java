package org.shouxin.consent.stoporder;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/** Rows of requests to delete. */
@ApplicationScoped
class DeletionRequestRows {
  private static final String COLUMNS =
      "select id, recipient_id, customer_id, asked_at, due_at, attempts, told_at, confirmed_at"
          + " from deletion_request";

  /** A request that something may be due about. */
  public record Due(ControllerId controllerId, UUID requestId) {}

  /** Keeps a request; false when it is kept already. */
  boolean insert(Handle handle, ControllerId controller, DeletionRequestApi.Asked asked) {
    boolean fresh =
        handle.execute(
                "insert into deletion_request (controller_id, id, recipient_id, customer_id, asked_at,"
                    + " due_at) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                controller,
                asked.requestId(),
                asked.recipientId(),
                asked.customerId(),
                asked.askedAt(),
                asked.dueAt())
            == 1;
    if (fresh) {
      lookAgain(handle, controller, asked.requestId(), asked.askedAt());
    }
    return fresh;
  }

  List<Due> listDue(Handle handle, Instant now) {
    return handle
        .createQuery(
            "select controller_id, request_id from deletion_request_due where look_again_at <= ?"
                + " order by look_again_at limit 50")
        .bind(0, now)
        .mapTo(Due.class)
        .list();
  }

  /** Takes a request that is due, unless somebody else has it. */
  boolean claim(Handle handle, Due due, Instant now) {
    return handle
        .createQuery(
            "select true from deletion_request_due where controller_id = ? and request_id = ?"
                + " and look_again_at <= ? for update skip locked")
        .bind(0, due.controllerId())
        .bind(1, due.requestId())
        .bind(2, now)
        .mapTo(Boolean.class)
        .findOne()
        .isPresent();
  }

  void lookAgain(Handle handle, ControllerId controller, UUID id, Instant at) {
    handle.execute(
        "insert into deletion_request_due values (?, ?, ?)"
            + " on conflict on constraint deletion_request_due_pk"
            + " do update set look_again_at = excluded.look_again_at",
        controller,
        id,
        at);
  }

  void forget(Handle handle, Due due) {
    handle.execute(
        "delete from deletion_request_due where controller_id = ? and request_id = ?",
        due.controllerId(),
        due.requestId());
  }

  Optional<DeletionRequest> find(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + " where id = ?")
        .bind(0, id)
        .mapTo(DeletionRequest.class)
        .findOne();
  }

  /** The newest 200, of one recipient where given. */
  List<DeletionRequest> list(Handle handle, @Nullable String recipient) {
    return handle
        .createQuery(
            COLUMNS
                + " where cast(:recipient as text) is null or recipient_id = :recipient"
                + " order by asked_at desc limit 200")
        .bind("recipient", recipient)
        .mapTo(DeletionRequest.class)
        .list();
  }

  void called(Handle handle, UUID id, @Nullable Instant toldAt) {
    handle.execute(
        "update deletion_request set attempts = attempts + 1, told_at = coalesce(told_at, ?)"
            + " where id = ?",
        toldAt,
        id);
  }

  void confirmed(Handle handle, UUID id, String by, Instant at) {
    handle.execute(
        "update deletion_request set confirmed_at = ?, confirmed_by = ?"
            + " where id = ? and confirmed_at is null",
        at,
        by,
        id);
  }
}
