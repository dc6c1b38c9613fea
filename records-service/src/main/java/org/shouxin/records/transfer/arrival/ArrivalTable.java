package org.shouxin.records.transfer.arrival;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.vault.PublicJwk;

/** Arrivals in PostgreSQL: inserts only. */
final class ArrivalTable {
  private ArrivalTable() {}

  /** An arrival as opened. */
  public record Opened(
      UUID id,
      ControllerId controllerId,
      UUID transferId,
      String fromControllerId,
      String manifest,
      String signature,
      String sellerKey,
      String openedBy) {
    PublicJwk seller() {
      return new PublicJwk("OKP", "Ed25519", sellerKey);
    }
  }

  /** A person here, by the seller's pseudonym. */
  public record Newcomer(UUID sourceId, CustomerId customerId, boolean known) {}

  /** A signed receipt. */
  public record Signed(String receipt, String signature) {}

  static void insert(Handle handle, Opened row, Instant at) {
    handle.execute(
        "insert into arrival (controller_id, id, transfer_id, from_controller_id, manifest,"
            + " signature, seller_key, opened_by, opened_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on"
            + " conflict on constraint arrival_once do nothing",
        row.controllerId(),
        row.id(),
        row.transferId(),
        row.fromControllerId(),
        row.manifest(),
        row.signature(),
        row.sellerKey(),
        row.openedBy(),
        at.atOffset(ZoneOffset.UTC));
  }

  static Optional<Opened> find(Handle handle, String column, UUID id) {
    return handle
        .createQuery(
            "select id, controller_id, transfer_id, from_controller_id, manifest, signature,"
                + " seller_key, opened_by from arrival where "
                + column
                + " = ?")
        .bind(0, id)
        .mapTo(Opened.class)
        .findOne();
  }

  static void insert(Handle handle, ControllerId controller, UUID arrival, List<Newcomer> people) {
    handle
        .createUpdate(
            "insert into arrival_person (controller_id, arrival_id, source_id, customer_id, known)"
                + " select :controller, :arrival, p.* from unnest(:sources, :customers, :known)"
                + " as p(source_id, customer_id, known)"
                + " on conflict on constraint arrival_person_pk do nothing")
        .bind("controller", controller)
        .bind("arrival", arrival)
        .bindArray("sources", UUID.class, people.stream().map(Newcomer::sourceId).toList())
        .bindArray(
            "customers", CustomerId.class, people.stream().map(Newcomer::customerId).toList())
        .bindArray("known", Boolean.class, people.stream().map(Newcomer::known).toList())
        .execute();
  }

  /** Those of these pseudonyms of the seller that arrive, by pseudonym. */
  static Map<UUID, Newcomer> people(Handle handle, UUID arrival, Collection<UUID> sources) {
    Map<UUID, Newcomer> people = new HashMap<>();
    handle
        .createQuery(
            "select source_id, customer_id, known from arrival_person"
                + " where arrival_id = :arrival and source_id = any(:sources)")
        .bind("arrival", arrival)
        .bindArray("sources", UUID.class, List.copyOf(sources))
        .mapTo(Newcomer.class)
        .forEach(person -> people.put(person.sourceId(), person));
    return people;
  }

  static boolean isSwitched(Handle handle, UUID arrival) {
    return handle
        .createQuery("select exists (select 1 from arrival_switch where arrival_id = ?)")
        .bind(0, arrival)
        .mapTo(Boolean.class)
        .one();
  }

  static boolean switched(
      Handle handle, ControllerId controller, UUID arrival, String by, Instant at) {
    return handle.execute(
            "insert into arrival_switch (controller_id, arrival_id, switched_by, switched_at)"
                + " values (?, ?, ?, ?) on conflict on constraint arrival_switch_pk do nothing",
            controller,
            arrival,
            by,
            at.atOffset(ZoneOffset.UTC))
        == 1;
  }

  static void compared(
      Handle handle, ControllerId controller, UUID arrival, List<Tallies.Tally> tallies) {
    for (Tallies.Tally each : tallies) {
      handle.execute(
          "insert into arrival_comparison (controller_id, arrival_id, item_class, matched,"
              + " explained, missing, extra) values (?, ?, ?, ?, ?, ?, ?)",
          controller,
          arrival,
          each.itemClass(),
          each.matched(),
          each.explained(),
          each.missing(),
          each.extra());
    }
  }

  /** What was found at the switch; nothing of an arrival from before that was noted. */
  static List<Tallies.Tally> comparison(Handle handle, UUID arrival) {
    return handle
        .createQuery(
            "select item_class, matched, explained, missing, extra from arrival_comparison"
                + " where arrival_id = ? order by item_class")
        .bind(0, arrival)
        .mapTo(Tallies.Tally.class)
        .list();
  }

  static Optional<Signed> receipt(Handle handle, UUID arrival) {
    return handle
        .createQuery("select receipt, signature from arrival_receipt where arrival_id = ?")
        .bind(0, arrival)
        .mapTo(Signed.class)
        .findOne();
  }

  static boolean receipted(
      Handle handle, ControllerId controller, UUID arrival, Signed signed, Instant at) {
    return handle.execute(
            "insert into arrival_receipt (controller_id, arrival_id, receipt, signature, issued_at)"
                + " values (?, ?, ?, ?, ?) on conflict on constraint arrival_receipt_pk do nothing",
            controller,
            arrival,
            signed.receipt(),
            signed.signature(),
            at.atOffset(ZoneOffset.UTC))
        == 1;
  }
}
