package org.shouxin.records.transfer.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Due-diligence rooms (R-BT-03). Opening one counts the people once; viewers see sums of blocks,
 * each view with its own watermark and its event at the seller, and nothing before they have
 * accepted the confidentiality agreement or after the room's end.
 */
@ApplicationScoped
public class DataRooms {
  /** k of R-BT-03. */
  public static final int SMALLEST_CELL = 10;

  private static final int SAMPLE_ROWS = 100;

  private final Database database;
  private final Profiles profiles;
  private final RoomEntrance entrance;
  private final AuditOutbox audit;
  private final Clock clock;

  DataRooms(
      Database database, Profiles profiles, RoomEntrance entrance, AuditOutbox audit, Clock clock) {
    this.entrance = entrance;
    this.database = database;
    this.profiles = profiles;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the seller opens. */
  public record Opening(
      UUID transfer, String agreementSha256, Instant expiresAt, List<String> viewers) {}

  /** A room as its seller sees it. */
  public record State(UUID transfer, int people, int smallestCell, Instant expiresAt) {}

  /**
   * What a viewer is shown.
   *
   * @param watermark who, when, and the id of the view: on every page that is made of it
   */
  public record Shown<T>(T content, String watermark) {}

  /**
   * Opens the room; once.
   *
   * @throws ProblemException {@code CONFLICT} when it is open already
   */
  public State open(Actor actor, Opening opening, Profiles.Scope scope) {
    List<Block> blocks = new Blocks(SMALLEST_CELL).of(profiles.count(actor.controller(), scope));
    return database.write(
        actor.controller(),
        handle -> {
          if (RoomRows.find(handle, opening.transfer()).isPresent()) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          RoomRows.Room room =
              new RoomRows.Room(
                  Ids.next(),
                  opening.transfer(),
                  SMALLEST_CELL,
                  blocks.stream().mapToInt(Block::people).sum(),
                  opening.agreementSha256(),
                  opening.expiresAt());
          RoomRows.insert(handle, actor.controller(), room, actor.id(), clock.instant());
          for (int i = 0; i < blocks.size(); i++) {
            RoomRows.insert(handle, actor.controller(), room.id(), i + 1, blocks.get(i));
          }
          opening
              .viewers()
              .forEach(viewer -> RoomRows.name(handle, actor.controller(), room.id(), viewer));
          audit.record(
              handle,
              AuditEvents.of(actor, "dataroom.opened", clock)
                  .purpose("P-20")
                  .resource("transfer", opening.transfer().toString())
                  .count(room.people())
                  .build());
          return state(room);
        });
  }

  /**
   * Adds an explanation.
   *
   * @throws ProblemException {@code DATA_ROOM_TEXT_IDENTIFIES}
   */
  public void write(Actor actor, UUID transfer, String text) {
    if (IdentifyingText.identifies(text)) {
      throw new ProblemException(ProblemCode.DATA_ROOM_TEXT_IDENTIFIES);
    }
    database.write(
        actor.controller(),
        handle -> {
          UUID room = require(handle, transfer).id();
          UUID id = Ids.next();
          RoomRows.note(handle, actor.controller(), room, id, text, actor.id(), clock.instant());
          audit.record(
              handle,
              AuditEvents.of(actor, "dataroom.note.added", clock)
                  .purpose("P-20")
                  .resource("transfer", transfer.toString())
                  .build());
          return id;
        });
  }

  /** Who was shown what. */
  public List<RoomView> views(Actor actor, UUID transfer) {
    return database.read(
        actor.controller(), handle -> RoomRows.views(handle, require(handle, transfer).id()));
  }

  /** Accepts the agreement of this digest. */
  public void accept(Actor viewer, ControllerId seller, UUID transfer, String agreementSha256) {
    database.write(
        seller,
        handle -> {
          RoomRows.Room room = entrance.enter(handle, viewer, transfer);
          if (!room.agreementSha256().equals(agreementSha256)) {
            throw new ProblemException(ProblemCode.DATA_ROOM_NOT_OPEN);
          }
          boolean first = RoomRows.accept(handle, room.id(), viewer.id(), clock.instant());
          if (first) {
            audit.record(handle, entrance.event(viewer, seller, "nda.accepted", transfer).build());
          }
          return first;
        });
  }

  public Shown<RoomTable> table(
      Actor viewer, ControllerId seller, UUID transfer, List<Dimension> dimensions) {
    return show(
        viewer,
        seller,
        transfer,
        dimensions.isEmpty()
            ? "TOTAL"
            : String.join(",", dimensions.stream().map(Dimension::name).toList()),
        (handle, room) ->
            RoomTable.of(
                RoomRows.blocks(handle, room.id()), dimensions.stream().distinct().toList()));
  }

  /** One row a block: what at least k people have in common, never one person's values. */
  public Shown<List<Map<String, String>>> sample(Actor viewer, ControllerId seller, UUID transfer) {
    return show(
        viewer,
        seller,
        transfer,
        "SAMPLE",
        (handle, room) -> {
          List<Map<String, String>> rows = new ArrayList<>();
          for (Block block : RoomRows.blocks(handle, room.id())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (Dimension dimension : Dimension.values()) {
              row.put(dimension.name(), block.common().getOrDefault(dimension, "*"));
            }
            rows.add(row);
          }
          return rows.stream().limit(SAMPLE_ROWS).toList();
        });
  }

  public Shown<List<String>> notes(Actor viewer, ControllerId seller, UUID transfer) {
    return show(
        viewer, seller, transfer, "NOTES", (handle, room) -> RoomRows.notes(handle, room.id()));
  }

  private interface Content<T> {
    T of(Handle handle, RoomRows.Room room);
  }

  private <T> Shown<T> show(
      Actor viewer, ControllerId seller, UUID transfer, String what, Content<T> content) {
    return database.write(
        seller,
        handle -> {
          RoomRows.Room room = entrance.enter(handle, viewer, transfer);
          if (RoomRows.viewer(handle, room.id(), viewer.id())
              .map(RoomRows.Viewer::acceptedAt)
              .isEmpty()) {
            throw new ProblemException(ProblemCode.DATA_ROOM_NOT_OPEN);
          }
          Instant now = clock.instant();
          RoomView view = new RoomView(Ids.next(), viewer.id(), what, now);
          RoomRows.viewed(handle, seller, room.id(), view);
          audit.record(
              handle,
              entrance
                  .event(viewer, seller, "dataroom.viewed", transfer)
                  .reason(what.contains(",") ? "TABLE" : what)
                  .build());
          return new Shown<>(
              content.of(handle, room),
              "%s %s %s %s"
                  .formatted(
                      viewer.controller().value(),
                      viewer.id(),
                      now.atZone(BusinessTime.ZONE).toOffsetDateTime(),
                      view.id()));
        });
  }

  private static RoomRows.Room require(Handle handle, UUID transfer) {
    return RoomRows.find(handle, transfer)
        .orElseThrow(() -> new ProblemException(ProblemCode.TRANSFER_NOT_FOUND));
  }

  private static State state(RoomRows.Room room) {
    return new State(room.transferId(), room.people(), room.smallestCell(), room.expiresAt());
  }
}
