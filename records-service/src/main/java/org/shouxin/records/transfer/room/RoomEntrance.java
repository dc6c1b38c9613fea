package org.shouxin.records.transfer.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Who comes into a room, and how the seller's log tells it. */
@ApplicationScoped
class RoomEntrance {
  private final Clock clock;

  RoomEntrance(Clock clock) {
    this.clock = clock;
  }

  /**
   * The room, for a named viewer of the buyer before its end.
   *
   * @throws ProblemException {@code DATA_ROOM_NOT_OPEN}, whatever is wrong
   */
  RoomRows.Room enter(Handle handle, Actor viewer, UUID transfer) {
    boolean buyer =
        handle
            .createQuery(
                "select exists (select 1 from transfer where id = ? and to_controller_id = ?)")
            .bind(0, transfer)
            .bind(1, viewer.controller())
            .mapTo(Boolean.class)
            .one();
    return RoomRows.find(handle, transfer)
        .filter(room -> buyer && clock.instant().isBefore(room.expiresAt()))
        .filter(room -> RoomRows.viewer(handle, room.id(), viewer.id()).isPresent())
        .orElseThrow(() -> new ProblemException(ProblemCode.DATA_ROOM_NOT_OPEN));
  }

  /** The buyer's act in the seller's log. */
  AuditEvents event(Actor viewer, ControllerId seller, String type, UUID transfer) {
    Actor atSeller =
        new Actor(
            viewer.kind(),
            viewer.id(),
            seller,
            viewer.roles(),
            viewer.controller().value(),
            viewer.employeeNo(),
            null,
            null,
            null);
    return AuditEvents.of(atSeller, type, clock)
        .purpose("P-20")
        .recipient(viewer.controller().value())
        .resource("transfer", transfer.toString());
  }
}
