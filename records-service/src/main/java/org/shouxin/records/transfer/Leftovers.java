package org.shouxin.records.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.transfer.parcel.Packing;

/** What becomes of the seller's copy, class by class; with the last one the gate is met. */
@ApplicationScoped
class Leftovers {
  private static final String KEPT = "KEEP_RESTRICTED";

  private final Database database;
  private final Transfers transfers;
  private final TransferRows rows;
  private final Handover handover;
  private final Packing packing;
  private final Clock clock;

  Leftovers(
      Database database,
      Transfers transfers,
      TransferRows rows,
      Handover handover,
      Packing packing,
      Clock clock) {
    this.database = database;
    this.transfers = transfers;
    this.rows = rows;
    this.handover = handover;
    this.packing = packing;
    this.clock = clock;
  }

  /** A decision about one class. */
  record Decision(String itemClass, String decision, String basis) {}

  /**
   * Decides; a decision is not changed afterwards.
   *
   * @return classes that are still open
   * @throws ProblemException {@code TRANSFER_STAGE_CONFLICT} outside RECONCILE; {@code
   *     REQUEST_INVALID} for a class that the package does not have; {@code CONFLICT} for a class
   *     that is decided otherwise
   */
  List<String> decide(Actor actor, UUID id, Decision decision) {
    Handover.Begun begun = handover.begun(actor, id);
    Set<String> open = new TreeSet<>();
    Manifest.parse(packing.signed(begun.deal()).manifest())
        .classes()
        .forEach(each -> open.add(each.name()));
    if (!open.contains(decision.itemClass())) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "itemClass");
    }
    return database.write(
        actor.controller(),
        handle -> {
          TransferRows.Opened row = transfers.require(handle, id);
          rows.lock(handle, id);
          if (!(rows.stage(handle, id) instanceof Stage.Reconcile)) {
            throw new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT);
          }
          insert(handle, actor, id, decision);
          List<Decision> decided = list(handle, id);
          if (!decided.contains(decision)) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          decided.forEach(each -> open.remove(each.itemClass()));
          if (open.isEmpty()) {
            if (decided.stream().anyMatch(each -> each.decision().equals(KEPT))) {
              keep(handle, id);
            }
            handover.prove(handle, actor, row, Gate.LEFTOVERS_DECIDED, "every-class");
          }
          return List.copyOf(open);
        });
  }

  /** From this commit on who moved is here again, but restricted for every purpose that can be. */
  private void keep(Handle handle, UUID id) {
    handle.execute(
        "update customer c set kept_at = ? from transfer_person p"
            + " where p.transfer_id = ? and p.chunk is not null and c.kept_at is null"
            + " and c.controller_id = p.controller_id and c.id = p.customer_id",
        clock.instant().atOffset(ZoneOffset.UTC),
        id);
  }

  private void insert(Handle handle, Actor actor, UUID id, Decision decision) {
    handle.execute(
        "insert into transfer_leftover (controller_id, transfer_id, item_class, decision, basis,"
            + " decided_by, decided_at) values (?, ?, ?, ?, ?, ?, ?)"
            + " on conflict on constraint transfer_leftover_pk do nothing",
        actor.controller(),
        id,
        decision.itemClass(),
        decision.decision(),
        decision.basis(),
        actor.id(),
        clock.instant().atOffset(ZoneOffset.UTC));
  }

  private static List<Decision> list(Handle handle, UUID id) {
    return handle
        .createQuery(
            "select item_class, decision, basis from transfer_leftover where transfer_id = ?")
        .bind(0, id)
        .map((row, context) -> new Decision(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }
}
