package org.shouxin.records.transfer.room;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/** Data rooms in PostgreSQL. */
final class RoomRows {
  private RoomRows() {}

  /** A room as opened. */
  public record Room(
      UUID id,
      UUID transferId,
      int smallestCell,
      int people,
      String agreementSha256,
      Instant expiresAt) {}

  /** A named viewer. */
  public record Viewer(String employeeNo, @Nullable Instant acceptedAt) {}

  static void insert(
      Handle handle, ControllerId controller, Room room, String openedBy, Instant at) {
    handle.execute(
        "insert into data_room (controller_id, id, transfer_id, smallest_cell, people,"
            + " agreement_sha256, expires_at, opened_by, opened_at) values (?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?)",
        controller,
        room.id(),
        room.transferId(),
        room.smallestCell(),
        room.people(),
        room.agreementSha256(),
        room.expiresAt().atOffset(ZoneOffset.UTC),
        openedBy,
        at.atOffset(ZoneOffset.UTC));
  }

  static Optional<Room> find(Handle handle, UUID transfer) {
    return handle
        .createQuery(
            "select id, transfer_id, smallest_cell, people, agreement_sha256, expires_at"
                + " from data_room where transfer_id = ?")
        .bind(0, transfer)
        .mapTo(Room.class)
        .findOne();
  }

  static void insert(Handle handle, ControllerId controller, UUID room, int number, Block block) {
    handle.execute(
        "insert into data_room_block (controller_id, room_id, block, gender, age_band, insurer,"
            + " policies, people) values (?, ?, ?, ?, ?, ?, ?, ?)",
        controller,
        room,
        number,
        block.common().get(Dimension.GENDER),
        block.common().get(Dimension.AGE_BAND),
        block.common().get(Dimension.INSURER),
        block.common().get(Dimension.POLICIES),
        block.people());
  }

  static List<Block> blocks(Handle handle, UUID room) {
    return handle
        .createQuery(
            "select gender, age_band, insurer, policies, people from data_room_block"
                + " where room_id = ? order by block")
        .bind(0, room)
        .map((row, context) -> {
          Map<Dimension, String> common = new EnumMap<>(Dimension.class);
          for (Dimension dimension : Dimension.values()) {
            String value = row.getString(dimension.name().toLowerCase(Locale.ROOT));
            if (value != null) {
              common.put(dimension, value);
            }
          }
          return new Block(common, row.getInt("people"));
        })
        .list();
  }

  static void name(Handle handle, ControllerId controller, UUID room, String employeeNo) {
    handle.execute(
        "insert into data_room_viewer (controller_id, room_id, employee_no) values (?, ?, ?)"
            + " on conflict on constraint data_room_viewer_pk do nothing",
        controller,
        room,
        employeeNo);
  }

  static Optional<Viewer> viewer(Handle handle, UUID room, String employeeNo) {
    return handle
        .createQuery(
            "select employee_no, accepted_at from data_room_viewer where room_id = ? and"
                + " employee_no = ?")
        .bind(0, room)
        .bind(1, employeeNo)
        .mapTo(Viewer.class)
        .findOne();
  }

  static boolean accept(Handle handle, UUID room, String employeeNo, Instant at) {
    return handle.execute(
            "update data_room_viewer set accepted_at = ?::timestamptz"
                + " where room_id = ? and employee_no = ? and accepted_at is null",
            at.toString(),
            room,
            employeeNo)
        == 1;
  }

  static void viewed(Handle handle, ControllerId controller, UUID room, RoomView view) {
    handle.execute(
        "insert into data_room_view (controller_id, room_id, id, employee_no, shown, viewed_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        controller,
        room,
        view.id(),
        view.employeeNo(),
        view.shown(),
        view.viewedAt().atOffset(ZoneOffset.UTC));
  }

  static List<RoomView> views(Handle handle, UUID room) {
    return handle
        .createQuery(
            "select id, employee_no, shown, viewed_at from data_room_view where room_id = ?"
                + " order by id desc limit 1000")
        .bind(0, room)
        .mapTo(RoomView.class)
        .list();
  }

  static void note(
      Handle handle,
      ControllerId controller,
      UUID room,
      UUID id,
      String body,
      String by,
      Instant at) {
    handle.execute(
        "insert into data_room_note (controller_id, room_id, id, body, written_by, written_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        controller,
        room,
        id,
        body,
        by,
        at.atOffset(ZoneOffset.UTC));
  }

  static List<String> notes(Handle handle, UUID room) {
    return handle
        .createQuery("select body from data_room_note where room_id = ? order by id limit 1000")
        .bind(0, room)
        .mapTo(String.class)
        .list();
  }
}
