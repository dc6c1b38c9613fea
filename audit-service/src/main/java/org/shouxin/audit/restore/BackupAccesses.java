package org.shouxin.audit.restore;

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
import org.shouxin.audit.restore.BackupAccess.BackupAccessRequest;
import org.shouxin.audit.restore.BackupAccess.BackupAccessScope;
import org.shouxin.audit.restore.BackupAccess.BackupAccessStep;
import org.shouxin.audit.restore.BackupAccess.BackupAccessView;
import org.shouxin.audit.restore.BackupAccess.BackupStepKind;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Dual control of backups (R-RC-08, D-125): nobody restores one, or deletes one before its time,
 * alone. Every step, and every refused one, and its event are one commit.
 */
@Singleton
class BackupAccesses {
  private static final int SHORTEST_REASON = 10;
  private static final int MOST_SHOWN = 100;

  private final Database database;
  private final BackupAccessRows rows;
  private final OwnEvents events;
  private final Clock clock;

  @Inject
  BackupAccesses(Database database, BackupAccessRows rows, OwnEvents events, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Asks; nothing is allowed yet.
   *
   * @throws ProblemException {@code REQUEST_INVALID} when no backup is named or the reason holds a
   *     person's number; {@code REASON_TOO_SHORT}
   */
  BackupAccessView request(Actor actor, BackupAccessRequest asked) {
    if (asked.scope().namesNone()) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "no backup is named");
    }
    BackupAccessRows.Row row =
        new BackupAccessRows.Row(
            Ids.next(),
            asked.scope().act(),
            asked.scope().recordsBackup(),
            asked.scope().keysBackup(),
            fit(asked.reason()),
            actor.id(),
            now());
    return database.write(
        actor.controller(),
        handle -> {
          rows.insert(handle, actor.controller(), row);
          events.record(
              handle,
              event(actor, "backup.access.requested", row.id()).reason(row.act().name()).build());
          return view(row, List.of());
        });
  }

  /** Approves: another person than asked, {@code FOUR_EYES}. */
  BackupAccessView approve(Actor actor, UUID id) {
    return audited(actor, id, () -> step(actor, id, BackupStepKind.APPROVED));
  }

  /** Declines; whoever asked may take it back so. */
  BackupAccessView reject(Actor actor, UUID id) {
    return audited(actor, id, () -> step(actor, id, BackupStepKind.REJECTED));
  }

  /**
   * Uses an approval, once: what is about to be done has to be what was approved.
   *
   * @throws ProblemException {@code BACKUP_ACCESS_CONFLICT} for another act or backup, or a second
   *     use; {@code GRANT_EXPIRED}; {@code FORBIDDEN} for somebody else than asked
   */
  BackupAccessView use(Actor actor, UUID id, BackupAccessScope about) {
    return audited(
        actor,
        id,
        () ->
            database.write(
                actor.controller(),
                handle -> {
                  if (!locked(handle, id).scope().equals(about)) {
                    throw new ProblemException(ProblemCode.BACKUP_ACCESS_CONFLICT);
                  }
                  return take(handle, actor, id, BackupStepKind.USED);
                }));
  }

  /** The 100 newest of the caller's controller. */
  List<BackupAccessView> list(Actor actor) {
    return database.read(
        actor.controller(),
        handle ->
            rows.newest(handle, MOST_SHOWN).stream()
                .map(row -> view(row, rows.steps(handle, row.id())))
                .toList());
  }

  private BackupAccessView step(Actor actor, UUID id, BackupStepKind kind) {
    return database.write(actor.controller(), handle -> take(handle, actor, id, kind));
  }

  private BackupAccessView take(Handle handle, Actor actor, UUID id, BackupStepKind kind) {
    BackupAccessRows.Row row = locked(handle, id);
    List<BackupAccessStep> steps = rows.steps(handle, id);
    BackupAccessStep step = new BackupAccessStep(kind, actor.id(), now());
    state(row, steps).after(kind, actor.id(), step.at());
    rows.append(handle, actor.controller(), id, steps.size() + 1, step);
    events.record(handle, event(actor, kind.event(), id).reason(row.act().name()).build());
    return view(row, rows.steps(handle, id));
  }

  private BackupAccessRows.Row locked(Handle handle, UUID id) {
    return rows.lock(handle, id)
        .orElseThrow(() -> new ProblemException(ProblemCode.BACKUP_ACCESS_NOT_FOUND));
  }

  private BackupAccessView view(BackupAccessRows.Row row, List<BackupAccessStep> steps) {
    BackupAccessState state = state(row, steps);
    return new BackupAccessView(
        row.id(),
        row.scope(),
        state.label(clock.instant()),
        row.reason(),
        row.requestedBy(),
        row.requestedAt(),
        steps.stream()
            .filter(step -> step.kind() == BackupStepKind.APPROVED)
            .map(step -> step.at().plus(BackupAccessState.USABLE))
            .findFirst()
            .orElse(null),
        steps);
  }

  private static BackupAccessState state(BackupAccessRows.Row row, List<BackupAccessStep> steps) {
    BackupAccessState state = new BackupAccessState.Requested(row.requestedBy());
    for (BackupAccessStep step : steps) {
      state = state.after(step.kind(), step.takenBy(), step.at());
    }
    return state;
  }

  private interface Attempt {
    BackupAccessView run();
  }

  /** A refusal leaves its event, too. */
  private BackupAccessView audited(Actor actor, UUID id, Attempt attempt) {
    try {
      return attempt.run();
    } catch (ProblemException refused) {
      database.write(
          actor.controller(),
          handle -> {
            String code = refused.code().name();
            events.record(handle, event(actor, "backup.access.refused", id).reason(code).build());
            return code;
          });
      throw refused;
    }
  }

  private AuditEvents event(Actor actor, String type, UUID id) {
    return AuditEvents.of(actor, type, clock).resource("backup.access", id.toString());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String fit(String reason) {
    if (reason.strip().length() < SHORTEST_REASON) {
      throw new ProblemException(ProblemCode.REASON_TOO_SHORT);
    }
    if (PersonalNumbers.areIn(reason)) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "the reason holds a person's number");
    }
    return reason.strip();
  }
}
