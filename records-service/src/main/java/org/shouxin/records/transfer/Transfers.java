package org.shouxin.records.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.transfer.parcel.Packing;

/**
 * A transfer project from its opening to its close. Every step holds the transfer's lock, so that
 * an advance and an objection in the same second have an order, and commits together with its audit
 * event.
 */
@ApplicationScoped
class Transfers {
  static final String PURPOSE = "P-20";

  private final Database database;
  private final TransferRows rows;
  private final PeopleRows people;
  private final Settlement settlement;
  private final Packing packing;
  private final InsurerParts parts;
  private final VerifiedBackups backups;
  private final AuditOutbox audit;
  private final Clock clock;

  Transfers(
      Database database,
      TransferRows rows,
      PeopleRows people,
      Settlement settlement,
      Packing packing,
      InsurerParts parts,
      VerifiedBackups backups,
      AuditOutbox audit,
      Clock clock) {
    this.packing = packing;
    this.parts = parts;
    this.backups = backups;
    this.database = database;
    this.rows = rows;
    this.people = people;
    this.settlement = settlement;
    this.audit = audit;
    this.clock = clock;
  }

  Transfer open(Actor actor, Opening opening) {
    if (!opening.fromControllerId().equals(actor.controller().value())) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    if (opening.toControllerId().equals(opening.fromControllerId())) {
      throw new ProblemException(
          ProblemCode.REQUEST_INVALID, "a transfer goes to another controller");
    }
    TransferRows.Opened row =
        new TransferRows.Opened(
            Ids.next(),
            actor.controller(),
            DealType.parse(opening.dealType()),
            opening.toControllerId(),
            opening.toControllerName(),
            opening.toControllerContact(),
            opening.cutOverOn(),
            Scope.parse(opening.scope()).label(),
            actor.id(),
            clock.instant());
    return database.write(
        actor.controller(),
        handle -> {
          rows.insert(handle, row);
          enter(handle, actor, row, new Stage.Prepare(), "transfer.opened");
          return view(handle, row);
        });
  }

  /**
   * Moves to the next stage.
   *
   * @throws ProblemException {@code TRANSFER_GATES_UNMET} naming every unmet gate with its numbers
   */
  Transfer advance(Actor actor, UUID id) {
    parts.find(actor.controller(), id);
    return database.write(
        actor.controller(),
        handle -> {
          TransferRows.Opened row = require(handle, id);
          rows.lock(handle, id);
          Stage stage = rows.stage(handle, id);
          Stage next =
              stage
                  .next()
                  .orElseThrow(() -> new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT));
          if (stage instanceof Stage.Notice) {
            include(handle, row);
          }
          facts(handle, row).requireMet(stage);
          enter(handle, actor, row, next, eventOf(next));
          if (next instanceof Stage.Notice) {
            include(handle, row);
          } else if (next instanceof Stage.CutOver) {
            cutOver(handle, actor, row);
          } else if (next instanceof Stage.Close) {
            settlement.forgetParts(handle, row);
          }
          return view(handle, row);
        });
  }

  /**
   * Records evidence or an approval for a gate of the present stage; who opened cannot approve.
   *
   * @throws ProblemException {@code BACKUP_NOT_VERIFIED} for a reference that is no verified backup
   *     from after the cut-over
   */
  Transfer record(Actor actor, UUID id, Gate gate, String reference) {
    if (gate == Gate.BACKUP_VERIFIED) {
      database
          .read(actor.controller(), handle -> rows.enteredAt(handle, id, new Stage.CutOver()))
          .ifPresent(frozenAt -> backups.requireVerified(actor.controller(), reference, frozenAt));
    }
    return database.write(
        actor.controller(),
        handle -> {
          TransferRows.Opened row = require(handle, id);
          rows.lock(handle, id);
          if (!rows.stage(handle, id).gates().contains(gate)) {
            throw new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT);
          }
          if (gate.kind() == Gate.Kind.TWO_APPROVALS && row.openedBy().equals(actor.id())) {
            throw new ProblemException(ProblemCode.SELF_APPROVAL);
          }
          if (gate == Gate.PACKAGE_APPROVED) {
            ReceiverKeys.requireNamed(handle, rows, id, reference);
          }
          if (meet(handle, actor, row, gate, reference)) {
            audit.record(handle, event(actor, gate.event(), row).build());
          }
          return view(handle, row);
        });
  }

  /** Notes what meets a gate; false when this person has noted it before. */
  boolean meet(Handle handle, Actor actor, TransferRows.Opened row, Gate gate, String reference) {
    return rows.record(
        handle,
        actor.controller(),
        row.id(),
        Ids.next(),
        gate,
        reference,
        actor.id(),
        clock.instant());
  }

  /** Publishes the notice in one language; complete or refused, and never changed afterwards. */
  Transfer publish(Actor actor, UUID id, String language, Map<String, String> items) {
    return database.write(
        actor.controller(),
        handle -> {
          TransferRows.Opened row = require(handle, id);
          rows.lock(handle, id);
          if (!(rows.stage(handle, id) instanceof Stage.Signed)) {
            throw new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT);
          }
          if (rows.noticeLanguages(handle, id).contains(language)) {
            throw new ProblemException(ProblemCode.NOTICE_IMMUTABLE);
          }
          TransferNotice.Text text = TransferNotice.write(row, items);
          rows.publish(handle, actor.controller(), id, language, text, actor.id(), clock.instant());
          audit.record(
              handle,
              event(actor, Gate.NOTICE_PUBLISHED.event(), row).change(null, text.sha256()).build());
          return view(handle, row);
        });
  }

  Transfer get(Actor actor, UUID id) {
    return database.read(actor.controller(), handle -> view(handle, require(handle, id)));
  }

  List<Transfer> list(Actor actor) {
    return database.read(
        actor.controller(),
        handle -> rows.list(handle).stream().map(row -> view(handle, row)).toList());
  }

  TransferRows.Opened require(Handle handle, UUID id) {
    return rows.find(handle, id)
        .orElseThrow(() -> new ProblemException(ProblemCode.TRANSFER_NOT_FOUND));
  }

  TransferFacts facts(Handle handle, TransferRows.Opened row) {
    return new TransferFacts(
        rows.duty(handle, row.dealType(), row.openedAt().atZone(BusinessTime.ZONE).toLocalDate()),
        row.cutOverOn(),
        rows.evidence(handle, row.id()),
        rows.noticeLanguages(handle, row.id()),
        people.count(handle, row.id()),
        people.lastNoticeAt(handle, row.id()),
        rows.keysRotatedAt(handle, row.id()).orElse(null),
        clock.instant());
  }

  AuditEvents event(Actor actor, String type, TransferRows.Opened row) {
    return AuditEvents.of(actor, type, clock)
        .purpose(PURPOSE)
        .recipient(row.toControllerId())
        .resource("transfer", row.id().toString());
  }

  private void include(Handle handle, TransferRows.Opened row) {
    people.include(handle, row.controllerId(), row.id(), Scope.parse(row.scope()));
  }

  /** From this commit on the seller's people and partners are refused for everyone who moves. */
  private void cutOver(Handle handle, Actor actor, TransferRows.Opened row) {
    int moving = settlement.settle(handle, row, packing.peopleAChunk(), clock.instant());
    meet(handle, actor, row, Gate.SELLER_RIGHTS_REVOKED, "cut-over");
    audit.record(
        handle,
        event(actor, Gate.SELLER_RIGHTS_REVOKED.event(), row)
            .reason("CUT_OVER")
            .count(moving)
            .build());
  }

  private void enter(
      Handle handle, Actor actor, TransferRows.Opened row, Stage stage, String type) {
    rows.enter(handle, actor.controller(), row.id(), stage, clock.instant(), actor.id());
    audit.record(
        handle,
        event(actor, type, row)
            .reason(stage.label())
            .count(people.count(handle, row.id()).inScope())
            .build());
  }

  private static String eventOf(Stage entered) {
    return entered instanceof Stage.Close ? "transfer.closed" : "transfer.stage.entered";
  }

  Transfer view(Handle handle, TransferRows.Opened row) {
    TransferFacts facts = facts(handle, row);
    Stage stage = rows.stage(handle, row.id());
    return new Transfer(
        row.id(),
        row.dealType().name(),
        stage.label(),
        row.controllerId().value(),
        row.toControllerId(),
        row.toControllerName(),
        row.toControllerContact(),
        row.cutOverOn(),
        row.scope(),
        facts.objectionEndsOn().orElse(null),
        stage.gates().stream()
            .map(facts::status)
            .map(status ->
                new Transfer.GateView(
                    status.gate().name(),
                    status.met(),
                    ReceiverKeys.detail(handle, rows, row.id(), status)))
            .toList());
  }
}
