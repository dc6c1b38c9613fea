package org.shouxin.records.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.transfer.parcel.ConsentItems;

/** The cut-over as it would go now, by the same rules and statements; nothing is written. */
@ApplicationScoped
class Rehearsals {
  private static final int PEOPLE_A_QUESTION = 500;

  private final Database database;
  private final Transfers transfers;
  private final TransferRows rows;
  private final Settlement settlement;
  private final InsurerParts parts;
  private final ConsentItems consent;

  Rehearsals(
      Database database,
      Transfers transfers,
      TransferRows rows,
      Settlement settlement,
      InsurerParts parts,
      @RestClient ConsentItems consent) {
    this.database = database;
    this.transfers = transfers;
    this.rows = rows;
    this.settlement = settlement;
    this.parts = parts;
    this.consent = consent;
  }

  /**
   * What would happen: whoever of the book is served today is moved, copied, excluded or outside.
   *
   * @param moved leave the seller
   * @param copied go along and stay, since other policies of theirs do not go
   * @param restricted of those who move, how many arrive restricted
   * @param excluded of the scope, how many stay
   * @param outside of the book, how many are not in the scope
   * @param clocksCarried duties of answering them that run, and go on at the receiver
   * @param rulings people by situation and rule
   * @param unmet gates of the present stage that are not met
   */
  public record Rehearsal(
      UUID transferId,
      long moved,
      long copied,
      long restricted,
      long excluded,
      long outside,
      long unreachable,
      long clocksCarried,
      List<Settlement.Ruling> rulings,
      List<Transfer.GateView> unmet) {}

  /**
   * Rehearses.
   *
   * @throws ProblemException {@code TRANSFER_STAGE_CONFLICT} once the cut-over has begun
   */
  Rehearsal rehearse(Actor actor, UUID id) {
    parts.find(actor.controller(), id);
    List<Settlement.Ruling> rulings =
        database.read(
            actor.controller(), handle -> settlement.rehearse(handle, before(handle, id)));
    long outside =
        database.read(
            actor.controller(),
            handle -> settlement.outside(handle, transfers.require(handle, id)));
    Transfer transfer = transfers.get(actor, id);
    return new Rehearsal(
        id,
        sum(rulings, ruling -> ruling.disposition().startsWith("MOVES")),
        sum(rulings, ruling -> ruling.disposition().equals("COPIED")),
        sum(rulings, ruling -> ruling.disposition().equals("MOVES_RESTRICTED")),
        sum(rulings, ruling -> ruling.disposition().equals("STAYS")),
        outside,
        sum(rulings, ruling -> ruling.situation().equals("UNREACHABLE")),
        clocks(actor.controller(), id),
        rulings,
        transfer.gates().stream().filter(gate -> !gate.met()).toList());
  }

  private TransferRows.Opened before(org.jdbi.v3.core.Handle handle, UUID id) {
    TransferRows.Opened row = transfers.require(handle, id);
    if (Stage.ORDER.indexOf(rows.stage(handle, id)) >= Stage.ORDER.indexOf(new Stage.CutOver())) {
      throw new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT);
    }
    return row;
  }

  private long clocks(ControllerId controller, UUID id) {
    long open = 0;
    UUID last = new UUID(0, 0);
    while (true) {
      UUID after = last;
      List<UUID> some =
          database.read(
              controller,
              handle ->
                  settlement.moving(
                      handle, transfers.require(handle, id), after, PEOPLE_A_QUESTION));
      if (some.isEmpty()) {
        return open;
      }
      open +=
          consent
              .clocks(
                  new ConsentItems.Concerned(
                      controller.value(), some.stream().map(UUID::toString).toList()))
              .open();
      last = some.getLast();
    }
  }

  private static long sum(
      List<Settlement.Ruling> rulings, java.util.function.Predicate<Settlement.Ruling> which) {
    return rulings.stream().filter(which).mapToLong(Settlement.Ruling::people).sum();
  }
}
