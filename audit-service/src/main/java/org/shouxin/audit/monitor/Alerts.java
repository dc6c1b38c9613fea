package org.shouxin.audit.monitor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.audit.monitor.rule.ActorKey;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.paging.CursorCodec;
import org.shouxin.platform.paging.PageSize;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Shows alerts and takes verdicts. */
@Singleton
class Alerts {
  private final Database database;
  private final AlertRows rows;
  private final AccessBlocks blocks;
  private final OwnEvents events;
  private final CursorCodec cursors;
  private final Clock clock;

  @Inject
  Alerts(
      Database database,
      AlertRows rows,
      AccessBlocks blocks,
      OwnEvents events,
      CursorCodec cursors,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.blocks = blocks;
    this.events = events;
    this.cursors = cursors;
    this.clock = clock;
  }

  AlertPage page(Actor viewer, @Nullable String state, PageSize size, @Nullable String after) {
    String listing = "alerts|" + viewer.id() + "|" + state;
    UUID below = after == null ? null : Ids.parse(cursors.open(listing, after));
    List<Alert> found =
        database.read(
            viewer.controller(),
            handle -> rows.page(handle, viewer.id(), state, below, size.rowsAndOneMore()));
    List<Alert> page = found.subList(0, Math.min(size.rows(), found.size()));
    return new AlertPage(
        page.stream().map(AlertView::of).toList(),
        page.stream().map(alert -> cursors.seal(listing, alert.id().toString())).toList(),
        found.size() > page.size());
  }

  /**
   * Confirms (access is locked) or lifts (access opens, the actor's limits widen) an open alert. It
   * takes effect when the monitor meets the verdict's own entry in the log, within a second.
   *
   * @throws ProblemException {@code ALERT_NOT_FOUND}; {@code SELF_APPROVAL} for an alert about the
   *     reviewer; {@code ACCESS_BLOCKED} for a reviewer who is blocked; {@code ALERT_DECIDED};
   *     {@code REQUEST_INVALID} when the reason holds a number of a person
   */
  AlertView decide(Actor reviewer, UUID id, Verdict verdict) {
    if (Ids.looksLikeNumber(verdict.reason())) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "the reason names no person");
    }
    return database.write(reviewer.controller(), handle -> decide(handle, reviewer, id, verdict));
  }

  private AlertView decide(Handle handle, Actor reviewer, UUID id, Verdict verdict) {
    Alert alert =
        rows.find(handle, id).orElseThrow(() -> new ProblemException(ProblemCode.ALERT_NOT_FOUND));
    ActorKey self =
        new ActorKey(reviewer.controller().value(), reviewer.kind().label(), reviewer.id());
    if (alert.actor().equals(self)) {
      throw new ProblemException(ProblemCode.SELF_APPROVAL);
    }
    if (blocks.keepsOut(handle, self)) {
      throw new ProblemException(ProblemCode.ACCESS_BLOCKED);
    }
    AlertState decided =
        switch (alert.state()) {
          case AlertState.Open open -> verdict.on(open, reviewer.id(), clock.instant());
          case AlertState.Confirmed _, AlertState.Lifted _ ->
              throw new ProblemException(ProblemCode.ALERT_DECIDED);
        };
    if (!rows.decide(handle, alert, decided)) {
      throw new ProblemException(ProblemCode.ALERT_DECIDED);
    }
    events.record(
        handle,
        AuditEvents.of(reviewer, verdict.eventType(), clock)
            .resource("alert", id.toString())
            .concerns(alert.actor().reference())
            .build());
    return AlertView.of(rows.find(handle, id).orElseThrow());
  }
}
