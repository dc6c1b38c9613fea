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

/**
 * What becomes of the seller's copy, class by class. With the last one, what is to be destroyed is
 * proposed for destruction, and then the gate is met; who was cut off in between decides again.
 */
@ApplicationScoped
class Leftovers {
  private final Database database;
  private final Transfers transfers;
  private final TransferRows rows;
  private final Handover handover;
  private final Packing packing;
  private final LeftoverDestruction destruction;
  private final Clock clock;

  Leftovers(
      Database database,
      Transfers transfers,
      TransferRows rows,
      Handover handover,
      Packing packing,
      LeftoverDestruction destruction,
      Clock clock) {
    this.database = database;
    this.transfers = transfers;
    this.rows = rows;
    this.handover = handover;
    this.packing = packing;
    this.destruction = destruction;
    this.clock = clock;
  }

  /** A decision about one class. */
  record Decision(String itemClass, String decision, String basis) {
    boolean isToBeDestroyed() {
      return decision.equals("DESTROY");
    }
  }

  /** What is decided, and the plans that carry it out. */
  record Answer(List<Decision> decided, List<DestructionApi.Plan> plans) {}

  /** What was decided so far. */
  Answer get(Actor reader, UUID id) {
    List<Decision> decided =
        database.read(
            reader.controller(),
            handle -> {
              transfers.require(handle, id);
              return list(handle, id);
            });
    return new Answer(
        decided,
        decided.stream().anyMatch(Decision::isToBeDestroyed)
            ? destruction.plans(reader, id)
            : List.of());
  }

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
    List<Decision> decided =
        database.write(
            actor.controller(),
            handle -> {
              require(handle, id);
              insert(handle, actor, id, decision);
              List<Decision> all = list(handle, id);
              if (!all.contains(decision)) {
                throw new ProblemException(ProblemCode.CONFLICT);
              }
              return all;
            });
    decided.forEach(each -> open.remove(each.itemClass()));
    if (open.isEmpty()) {
      boolean waiting = destruction.propose(actor, id, LeftoverDestruction.kinds(decided));
      boolean kept = waiting || !decided.stream().allMatch(Decision::isToBeDestroyed);
      database.write(
          actor.controller(),
          handle -> {
            TransferRows.Opened row = require(handle, id);
            if (kept) {
              keep(handle, id);
            }
            handover.prove(handle, actor, row, Gate.LEFTOVERS_DECIDED, "every-class");
            return kept;
          });
    }
    return List.copyOf(open);
  }

  /** The transfer, locked, in the only stage in which this is decided. */
  private TransferRows.Opened require(Handle handle, UUID id) {
    TransferRows.Opened row = transfers.require(handle, id);
    rows.lock(handle, id);
    if (!(rows.stage(handle, id) instanceof Stage.Reconcile)) {
      throw new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT);
    }
    return row;
  }

  /** From this commit on who moved is here again, but restricted for every purpose that can be. */
  private void keep(Handle handle, UUID id) {
    handle.execute(
        "update customer c set kept_at = ? from transfer_person p"
            + " where p.transfer_id = ? and p.chunk is not null and p.disposition <> 'COPIED'"
            + " and c.kept_at is null"
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
            "select item_class, decision, basis from transfer_leftover where transfer_id = ?"
                + " order by item_class")
        .bind(0, id)
        .map((row, context) -> new Decision(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }
}
