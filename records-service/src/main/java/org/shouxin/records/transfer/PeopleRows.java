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
import org.shouxin.platform.time.BusinessTime;

/** The people of a transfer: who is in scope, told, given up, objecting. */
@ApplicationScoped
class PeopleRows {
  /** A first delivery and two retries (DR-12); then the public notice stands for it. */
  static final int ATTEMPTS = 3;

  /** Where one person stands. */
  public record Person(
      UUID transferId, @Nullable Instant deliveredAt, @Nullable Instant objectedAt) {}

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
        .bind("scope", scope.parameter())
        .execute();
  }

  /**
   * Freezes who moves, by the rules in force when the transfer was opened (DR-12), and ends the
   * serving of those who do. Returns how many move.
   */
  int settle(Handle handle, TransferRows.Opened row, int peopleAChunk, Instant now) {
    handle
        .createUpdate(
            """
            with situated as (
              select p.customer_id,
                     case when p.objected_at is not null then 'OBJECTED'
                          when c.restricted_at is not null or t.restricted then 'RESTRICTED'
                          when p.delivered_at is not null then 'TOLD'
                          when p.unreachable_at is not null then 'UNREACHABLE'
                          else 'UNTOLD' end as situation
                from transfer_person p
                join customer c on c.controller_id = p.controller_id and c.id = p.customer_id
                left join standing t on t.controller_id = c.controller_id and t.customer_id = c.id
               where p.transfer_id = :transfer),
            ruled as (
              select s.*, (select r.disposition from moving_rule r
                            where r.situation = s.situation and r.deal_type in (:deal, '*')
                              and r.effective_from <= :day
                            order by r.deal_type = '*', r.effective_from desc limit 1) as disposition
                from situated s),
            placed as (
              select r.*, row_number() over (partition by disposition = 'STAYS'
                                             order by customer_id) as place
                from ruled r)
            update transfer_person p
               set situation = d.situation, disposition = d.disposition,
                   chunk = case when d.disposition <> 'STAYS' then (d.place - 1) / :size + 1 end
              from placed d
             where p.transfer_id = :transfer and p.customer_id = d.customer_id\
            """)
        .bind("transfer", row.id())
        .bind("deal", row.dealType().name())
        .bind("day", row.openedAt().atZone(BusinessTime.ZONE).toLocalDate())
        .bind("size", peopleAChunk)
        .execute();
    // Who leaves restricted says so in her own row, which is what travels (R-BT-04, PIPL 47).
    return handle
        .createUpdate(
            """
            update customer c
               set departed_at = :now::timestamptz,
                   restricted_at = coalesce(c.restricted_at,
                     (select :now::timestamptz from standing t where t.controller_id = c.controller_id
                         and t.customer_id = c.id and t.restricted))
              from transfer_person p
             where p.transfer_id = :transfer and p.chunk is not null
               and p.controller_id = c.controller_id and p.customer_id = c.id\
            """)
        .bind("now", now.toString())
        .bind("transfer", row.id())
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
            "select transfer_id, delivered_at, objected_at from transfer_person"
                + " where transfer_id = ? and customer_id = ?")
        .bind(0, transfer)
        .bind(1, customer)
        .mapTo(Person.class)
        .findOne();
  }

  List<Person> listOf(Handle handle, CustomerId customer) {
    return handle
        .createQuery(
            "select transfer_id, delivered_at, objected_at from transfer_person"
                + " where customer_id = ? order by transfer_id desc")
        .bind(0, customer)
        .mapTo(Person.class)
        .list();
  }
}
