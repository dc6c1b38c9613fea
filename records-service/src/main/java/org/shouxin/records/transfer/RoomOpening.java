package org.shouxin.records.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.transfer.room.DataRooms;
import org.shouxin.records.transfer.room.RoomView;

/**
 * The room of one transfer: its people are those of the scope, and it opens in due diligence only.
 */
@ApplicationScoped
class RoomOpening {
  private final Database database;
  private final Transfers transfers;
  private final TransferRows rows;
  private final DataRooms rooms;
  private final InsurerParts parts;

  RoomOpening(
      Database database,
      Transfers transfers,
      TransferRows rows,
      DataRooms rooms,
      InsurerParts parts) {
    this.database = database;
    this.transfers = transfers;
    this.rows = rows;
    this.rooms = rooms;
    this.parts = parts;
  }

  DataRooms.State open(
      Actor actor, UUID id, String agreementSha256, LocalDate endsOn, List<String> viewers) {
    Scope scope =
        database.read(
            actor.controller(),
            handle -> {
              TransferRows.Opened row = transfers.require(handle, id);
              if (!(rows.stage(handle, id) instanceof Stage.DueDiligence)) {
                throw new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT);
              }
              return Scope.parse(row.scope());
            });
    parts.find(actor.controller(), id);
    return rooms.open(
        actor,
        new DataRooms.Opening(
            id,
            agreementSha256,
            endsOn.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant(),
            viewers),
        (last, most) -> people(actor, id, scope, last, most));
  }

  void write(Actor actor, UUID id, String text) {
    rooms.write(actor, id, text);
  }

  List<RoomView> views(Actor actor, UUID id) {
    return rooms.views(actor, id);
  }

  private List<CustomerId> people(Actor actor, UUID transfer, Scope scope, UUID last, int most) {
    return database.read(
        actor.controller(),
        handle ->
            handle
                .createQuery(
                    "select c.id from customer c where c.controller_id = :controller"
                        + " and c.departed_at is null and c.id > :last and "
                        + scope.condition()
                        + " order by c.id limit :most")
                .bind("controller", actor.controller())
                .bind("last", last)
                .bind("most", most)
                .bind("scope", scope.parameter(transfer))
                .mapTo(CustomerId.class)
                .list());
  }
}
