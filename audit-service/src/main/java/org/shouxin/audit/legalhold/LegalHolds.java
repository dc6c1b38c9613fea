package org.shouxin.audit.legalhold;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.audit.entry.PersonalNumbers;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Places and releases holds, each by two people and with a reason; every step and its event are one
 * commit.
 */
@Singleton
class LegalHolds {
  private static final int SHORTEST_REASON = 10;
  private static final int MOST_SHOWN = 100;

  private final Database database;
  private final HoldRows rows;
  private final Event<HoldChanged> changed;
  private final OwnEvents audit;
  private final Clock clock;

  @Inject
  LegalHolds(
      Database database, HoldRows rows, Event<HoldChanged> changed, OwnEvents audit, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.changed = changed;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Places a hold, which is in force once another person has approved it.
   *
   * @throws ProblemException {@code HOLD_SCOPE_INVALID}, {@code REASON_TOO_SHORT}, {@code
   *     HOLD_REASON_PERSONAL}
   */
  HoldView place(Actor actor, HoldScope wanted, String reason) {
    HoldScope scope = wanted.canonical();
    HoldRows.Row row =
        new HoldRows.Row(
            Ids.next(),
            scope.kind(),
            scope.customerId(),
            scope.recordId(),
            scope.insurer(),
            scope.branch(),
            scope.endedFrom(),
            scope.endedUntil(),
            fit(reason),
            actor.id(),
            now());
    return database.write(
        actor.controller(),
        handle -> {
          rows.insert(handle, actor.controller(), row);
          audit.record(
              handle,
              event(actor, "hold.placed", row.id()).reason("SCOPE_" + scope.kind()).build());
          return view(handle, row);
        });
  }

  /** Brings a placed hold into force: by another person, {@code FOUR_EYES}. */
  HoldView approve(Actor actor, UUID id) {
    return step(actor, id, HoldStep.Kind.APPROVED, "");
  }

  /** Proposes the end of a hold, which stays in force until another person agrees. */
  HoldView proposeRelease(Actor actor, UUID id, String reason) {
    return step(actor, id, HoldStep.Kind.RELEASE_PROPOSED, fit(reason));
  }

  /** Ends a hold: by another person than proposed it, {@code FOUR_EYES}. */
  HoldView release(Actor actor, UUID id) {
    return step(actor, id, HoldStep.Kind.RELEASED, "");
  }

  /** The 100 newest of the caller's controller. */
  List<HoldView> list(Actor actor) {
    return database.read(
        actor.controller(),
        handle -> rows.newest(handle, MOST_SHOWN).stream().map(row -> view(handle, row)).toList());
  }

  private HoldView step(Actor actor, UUID id, HoldStep.Kind kind, String reason) {
    try {
      return take(actor, id, kind, reason);
    } catch (ProblemException refused) {
      database.write(
          actor.controller(),
          handle -> {
            String code = refused.code().name();
            audit.record(handle, event(actor, "hold.refused", id).reason(code).build());
            return code;
          });
      throw refused;
    }
  }

  private HoldView take(Actor actor, UUID id, HoldStep.Kind kind, String reason) {
    return database.write(
        actor.controller(),
        handle -> {
          HoldRows.Row row =
              rows.lock(handle, id)
                  .orElseThrow(() -> new ProblemException(ProblemCode.HOLD_NOT_FOUND));
          List<HoldStep> steps = rows.steps(handle, id);
          state(row, steps).after(kind, actor.id());
          HoldStep step = new HoldStep(kind, actor.id(), reason, now());
          rows.append(handle, actor.controller(), id, steps.size() + 1, step);
          audit.record(handle, event(actor, kind.event(), id).build());
          changed.fire(new HoldChanged(handle, actor.controller()));
          return view(handle, row);
        });
  }

  private HoldView view(Handle handle, HoldRows.Row row) {
    List<HoldStep> steps = rows.steps(handle, row.id());
    return new HoldView(
        row.id(),
        new HoldScope(
            row.scope(),
            row.subjectRef(),
            row.recordRef(),
            row.insurer(),
            row.branch(),
            row.endedFrom(),
            row.endedUntil()),
        state(row, steps).label(),
        row.reason(),
        row.placedBy(),
        row.placedAt(),
        rows.covered(handle, row.id()),
        steps);
  }

  private static HoldState state(HoldRows.Row row, List<HoldStep> steps) {
    HoldState state = new HoldState.Placed(row.placedBy());
    for (HoldStep step : steps) {
      state = state.after(step.kind(), step.employeeNo());
    }
    return state;
  }

  private AuditEvents event(Actor actor, String type, UUID id) {
    return AuditEvents.of(actor, type, clock).resource("legal.hold", id.toString());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String fit(String reason) {
    if (reason.strip().length() < SHORTEST_REASON) {
      throw new ProblemException(ProblemCode.REASON_TOO_SHORT);
    }
    if (PersonalNumbers.areIn(reason)) {
      throw new ProblemException(ProblemCode.HOLD_REASON_PERSONAL);
    }
    return reason.strip();
  }
}
