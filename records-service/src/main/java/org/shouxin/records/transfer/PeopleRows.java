package org.shouxin.records.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** The people of a transfer: who is in scope, told, given up, objecting. */
@ApplicationScoped
class PeopleRows {
  /** A first delivery and two retries (DR-12); then the public notice stands for it. */
  static final int ATTEMPTS = 3;

  /** Where one person stands. */
  public record Person(
      UUID transferId,
      @Nullable Instant deliveredAt,
      @Nullable Instant objectedAt,
      @Nullable String disposition) {}

  /** Takes everybody of the scope who is not in yet; returns how many were added. */
  int include(Handle handle, ControllerId controller, UUID transfer, Scope scope) {
    return handle
        .createUpdate(
            "insert into transfer_person (controller_id, transfer_id, customer_id) select"
                + " c.controller_id, :transfer, c.id from customer c where c.controller_id ="
                + " :controller and c.departed_at is null and "
                + scope.condition()
                + " on conflict on constraint transfer_person_pk do nothing")
        .bind("controller", controller)
        .bind("transfer", transfer)
        .bind("scope", scope.parameter(transfer))
        .execute();
  }

  TransferFacts.People count(Handle handle, UUID transfer) {
    return handle
        .createQuery(
            "select count(*) as in_scope, count(delivered_at) as told, count(*) filter (where"
                + " delivered_at is null and unreachable_at is not null) as unreachable,"
                + " count(objected_at) as objecting from transfer_person where transfer_id = ?")
        .bind(0, transfer)
        .mapTo(TransferFacts.People.class)
        .one();
  }

  @Nullable Instant lastNoticeAt(Handle handle, UUID transfer) {
    return handle
        .createQuery(
            "select max(coalesce(delivered_at, unreachable_at)) from transfer_person where"
                + " transfer_id = ?")
        .bind(0, transfer)
        .mapTo(Instant.class)
        .findOne()
        .orElse(null);
  }

  /** Marks a delivery; true when this one was the first to reach the person. */
  boolean delivered(Handle handle, UUID transfer, CustomerId customer, String channel, Instant at) {
    return handle.execute(
            "update transfer_person set delivered_at = ?, delivered_by = ?, attempts = attempts + 1"
                + " where transfer_id = ? and customer_id = ? and delivered_at is null",
            at,
            channel,
            transfer,
            customer)
        == 1;
  }

  /** Marks a failed attempt; after the last one the person counts as unreachable. */
  void failed(Handle handle, UUID transfer, CustomerId customer, Instant at) {
    handle.execute(
        "update transfer_person set attempts = attempts + 1, unreachable_at ="
            + " case when attempts + 1 >= ? then coalesce(unreachable_at, ?::timestamptz) end"
            + " where transfer_id = ? and customer_id = ? and delivered_at is null",
        ATTEMPTS,
        at.toString(),
        transfer,
        customer);
  }

  /** Marks an objection; false when the person is not in the transfer. */
  boolean objected(Handle handle, UUID transfer, CustomerId customer, Instant at) {
    return handle.execute(
            "update transfer_person set objected_at = coalesce(objected_at, ?::timestamptz)"
                + " where transfer_id = ? and customer_id = ?",
            at.toString(),
            transfer,
            customer)
        == 1;
  }

  Optional<Person> find(Handle handle, UUID transfer, CustomerId customer) {
    return handle
        .createQuery(
            "select transfer_id, delivered_at, objected_at, disposition from transfer_person"
                + " where transfer_id = ? and customer_id = ?")
        .bind(0, transfer)
        .bind(1, customer)
        .mapTo(Person.class)
        .findOne();
  }

  List<Person> listOf(Handle handle, CustomerId customer) {
    return handle
        .createQuery(
            "select transfer_id, delivered_at, objected_at, disposition from transfer_person"
                + " where customer_id = ? order by transfer_id desc")
        .bind(0, customer)
        .mapTo(Person.class)
        .list();
  }
}
