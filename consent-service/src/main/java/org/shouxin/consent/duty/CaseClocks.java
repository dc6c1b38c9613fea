package org.shouxin.consent.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.platform.time.DutyClock;
import org.shouxin.platform.time.WorkingCalendar;

/**
 * Starts, pauses and stops the clocks of a case. Every step is an appended event and an audit event
 * in the same transaction ({@code clock.started}, {@code clock.met}, {@code clock.escalated},
 * {@code clock.breached}).
 */
@ApplicationScoped
public class CaseClocks {
  private static final String APPEND =
      "insert into duty_clock_event (controller_id, case_id, code, sequence, kind, at, due_at,"
          + " detail) select ?, ?, ?, coalesce(max(sequence), 0) + 1, ?, ?, ?, ? from"
          + " duty_clock_event where controller_id = ? and case_id = ? and code = ?";
  private static final String OPEN =
      "insert into duty_clock_open (controller_id, case_id, code, due_at, look_again_at)"
          + " values (?, ?, ?, ?, ?) on conflict on constraint duty_clock_open_pk do update"
          + " set due_at = excluded.due_at, look_again_at = excluded.look_again_at";
  private static final String CLOSE =
      "delete from duty_clock_open where controller_id = ? and case_id = ? and code = ?";
  private static final String VIEW =
      "select case_id, code, min(at) filter (where kind = 'STARTED') as started_at,"
          + " (array_agg(due_at order by sequence desc))[1] as due_at,"
          + " min(at) filter (where kind = 'MET') as met_at,"
          + " max(detail::integer) filter (where kind = 'ESCALATED') as escalated_hours,"
          + " min(at) filter (where kind = 'BREACHED') as breached_at"
          + " from duty_clock_event where case_id = any(?) group by case_id, code order by code";
  private static final WorkingCalendar CALENDAR = WorkingCalendar.official();

  private final DutyPeriods periods;
  private final CaseNotices notices;
  private final AuditOutbox audit;
  private final Clock clock;

  CaseClocks(DutyPeriods periods, CaseNotices notices, AuditOutbox audit, Clock clock) {
    this.periods = periods;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Starts a clock at the moment the case came in; its due time is fixed now by the law in force.
   */
  public DutyClock start(
      Handle handle, ControllerId controller, UUID caseId, String code, Instant now) {
    DutyPeriods.Row law = periods.get(handle, code, BusinessTime.today(clock));
    DutyClock started = DutyClock.start(code, now, law.period(), CALENDAR);
    append(handle, controller, caseId, code, "STARTED", started.dueAt(), null);
    open(handle, controller, caseId, started.dueAt(), law, now);
    report(handle, controller, caseId, "clock.started", code);
    return started;
  }

  /** Stops a clock: the duty is met, or was met late. */
  public void stop(Handle handle, ControllerId controller, UUID caseId, String code) {
    ClockView view = view(handle, List.of(caseId), code);
    if (view.metAt() == null) {
      append(handle, controller, caseId, code, "MET", view.dueAt(), null);
      handle.execute(CLOSE, controller, caseId, code);
      report(handle, controller, caseId, "clock.met", code);
    }
  }

  /** Moves the due time by a pause that has ended. */
  public void addPause(
      Handle handle,
      ControllerId controller,
      UUID caseId,
      String code,
      Duration length,
      Duration longest) {
    ClockView view = view(handle, List.of(caseId), code);
    Instant moved =
        new DutyClock(code, view.startedAt(), view.dueAt(), Duration.ZERO, null)
            .pausedFor(length, longest)
            .dueAt();
    append(handle, controller, caseId, code, "RESUMED", moved, null);
    DutyPeriods.Row law = periods.get(handle, code, BusinessTime.today(clock));
    open(handle, controller, caseId, moved, law, view.startedAt());
  }

  /** What the law allows of the {@code nth} extension of a clock today; empty when nothing. */
  public Optional<DutyExtension> findExtension(Handle handle, String code, int nth) {
    return periods.findExtension(handle, code, nth, BusinessTime.today(clock));
  }

  /**
   * Lets a clock pass that still runs.
   *
   * @throws ProblemException {@code CONFLICT} when it was met or has run out
   */
  public void requireRunning(Handle handle, UUID caseId, String code) {
    if (view(handle, List.of(caseId), code).state(clock.instant()) != DutyClock.State.RUNNING) {
      throw new ProblemException(ProblemCode.CONFLICT, "the time is over: nothing can be extended");
    }
  }

  /** Moves the due time of a clock that runs; the escalations move with it. */
  public void extend(
      Handle handle, ControllerId controller, UUID caseId, String code, DutyExtension extension) {
    requireRunning(handle, caseId, code);
    ClockView view = view(handle, List.of(caseId), code);
    Instant dueAt = view.dueAt().plus(Duration.ofDays(extension.days()));
    append(handle, controller, caseId, code, "EXTENDED", dueAt, null);
    DutyPeriods.Row law = periods.get(handle, code, BusinessTime.today(clock));
    Instant lawful = DutyClock.start(code, view.startedAt(), law.period(), CALENDAR).dueAt();
    Duration moved = Duration.between(lawful, dueAt);
    open(handle, controller, caseId, dueAt, law, view.startedAt().plus(moved));
    report(handle, controller, caseId, "clock.extended", code);
  }

  /** Clocks of these cases, with what each shows. */
  public List<ClockView> list(Handle handle, List<UUID> cases) {
    return handle.createQuery(VIEW).bindArray(0, UUID.class, cases).mapTo(ClockView.class).list();
  }

  /** True when the clock has run out, which it does once. */
  boolean escalate(
      Handle handle, ControllerId controller, UUID caseId, String code, Instant dueAt) {
    Instant now = clock.instant();
    boolean breached = now.isAfter(dueAt);
    ClockView view = view(handle, List.of(caseId), code);
    long hours = Duration.between(view.startedAt(), now).toHours();
    append(
        handle,
        controller,
        caseId,
        code,
        breached ? "BREACHED" : "ESCALATED",
        dueAt,
        Long.toString(hours));
    report(handle, controller, caseId, breached ? "clock.breached" : "clock.escalated", code);
    notices.raise(
        handle,
        controller,
        caseId,
        code,
        breached ? CaseNotice.Escalation.BREACHED : CaseNotice.Escalation.ESCALATED,
        Math.toIntExact(hours));
    if (breached) {
      handle.execute(CLOSE, controller, caseId, code);
    } else {
      DutyPeriods.Row law = periods.get(handle, code, BusinessTime.today(clock));
      open(handle, controller, caseId, dueAt, law, view.startedAt());
    }
    return breached;
  }

  private ClockView view(Handle handle, List<UUID> cases, String code) {
    return list(handle, cases).stream()
        .filter(view -> view.code().equals(code))
        .findAny()
        .orElseThrow(() -> new IllegalStateException("no clock " + code));
  }

  private void open(
      Handle handle,
      ControllerId controller,
      UUID caseId,
      Instant dueAt,
      DutyPeriods.Row law,
      Instant startedAt) {
    Instant now = clock.instant();
    Instant next =
        law.escalateHours().stream()
            .map(hours -> startedAt.plus(Duration.ofHours(hours)))
            .filter(at -> at.isAfter(now) && at.isBefore(dueAt))
            .findFirst()
            .orElse(dueAt.plusMillis(1));
    handle.execute(OPEN, controller, caseId, law.code(), dueAt, next);
  }

  private void append(
      Handle handle,
      ControllerId controller,
      UUID caseId,
      String code,
      String kind,
      Instant dueAt,
      @Nullable String detail) {
    handle
        .createUpdate(APPEND)
        .bind(0, controller)
        .bind(1, caseId)
        .bind(2, code)
        .bind(3, kind)
        .bind(4, clock.instant())
        .bind(5, dueAt)
        .bind(6, detail)
        .bind(7, controller)
        .bind(8, caseId)
        .bind(9, code)
        .execute();
  }

  private void report(
      Handle handle, ControllerId controller, UUID caseId, String type, String code) {
    audit.record(
        handle,
        AuditEvents.ofSystem(controller, "consent-service", type, clock)
            .resource("clock." + code, caseId.toString())
            .build());
  }
}
