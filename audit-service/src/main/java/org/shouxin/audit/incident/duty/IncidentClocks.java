package org.shouxin.audit.incident.duty;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.platform.time.DutyClock;

/**
 * Starts and stops the clocks of an incident. Every step is an appended event and an audit event in
 * the same transaction ({@code clock.started}, {@code clock.escalated}, {@code clock.breached},
 * {@code clock.met}).
 */
@Singleton
public class IncidentClocks {
  private final Periods periods;
  private final ClockRows rows;
  private final OwnEvents audit;
  private final Clock clock;

  @Inject
  IncidentClocks(Periods periods, ClockRows rows, OwnEvents audit, Clock clock) {
    this.periods = periods;
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Starts the clocks that this owes and that do not run yet; due times are fixed now by the law in
   * force.
   */
  public void start(Handle handle, Owed incident, Starter starter) {
    Instant now = clock.instant();
    List<String> known = list(handle, incident.incidentId()).stream().map(ClockView::code).toList();
    periods.startedBy(handle, starter, BusinessTime.today(clock)).stream()
        .filter(period -> period.isOwedBy(incident) && !known.contains(period.code()))
        .forEach(period -> start(handle, incident, period, now));
  }

  /** Stops a clock that runs: the duty is met, or was met late. */
  public void stop(Handle handle, Owed incident, String code) {
    list(handle, incident.incidentId()).stream()
        .filter(view -> view.code().equals(code) && view.runs())
        .forEach(view -> {
          DutyClock running = clockOf(view.code(), view.startedAt(), view.dueAt());
          rows.append(
              handle,
              incident.controllerId(),
              incident.incidentId(),
              running,
              "MET",
              clock.instant());
          rows.close(handle, incident.controllerId(), incident.incidentId(), code);
          report(handle, incident.controllerId(), incident.incidentId(), "clock.met", code);
        });
  }

  /** Stops a duty that comes again (K-11) and starts its next round. */
  public void renew(Handle handle, Owed incident, Starter starter, String code) {
    stop(handle, incident, code);
    periods.startedBy(handle, starter, BusinessTime.today(clock)).stream()
        .filter(period -> period.code().equals(code) && period.isOwedBy(incident))
        .forEach(period -> start(handle, incident, period, clock.instant()));
  }

  /** The clocks of an incident, with what each went through. */
  public List<ClockView> list(Handle handle, UUID incident) {
    return rows.list(handle, incident);
  }

  /**
   * An alarm before the end, or the end itself, was reached by an open clock; true when it was the
   * end.
   */
  boolean reached(Handle handle, ClockWatch.Due due, Instant now) {
    DutyClock running = clockOf(due.code(), due.startedAt(), due.dueAt());
    boolean breached = now.isAfter(due.dueAt());
    rows.append(
        handle,
        due.controllerId(),
        due.incidentId(),
        running,
        breached ? "BREACHED" : "ESCALATED",
        now);
    if (breached) {
      rows.close(handle, due.controllerId(), due.incidentId(), due.code());
    } else {
      List<Integer> later =
          due.alarmMinutes().stream()
              .filter(minutes -> due.startedAt().plus(Duration.ofMinutes(minutes)).isAfter(now))
              .toList();
      rows.open(handle, due.controllerId(), due.incidentId(), running, later);
    }
    report(
        handle,
        due.controllerId(),
        due.incidentId(),
        breached ? "clock.breached" : "clock.escalated",
        due.code());
    return breached;
  }

  private void start(Handle handle, Owed incident, Period period, Instant now) {
    DutyClock started = period.start(incident, now);
    rows.append(handle, incident.controllerId(), incident.incidentId(), started, "STARTED", now);
    rows.open(handle, incident.controllerId(), incident.incidentId(), started, period.alarms());
    report(handle, incident.controllerId(), incident.incidentId(), "clock.started", period.code());
  }

  private void report(
      Handle handle, ControllerId controller, UUID incident, String type, String code) {
    audit.record(
        handle,
        AuditEvents.ofSystem(controller, "audit-service", type, clock)
            .resource("clock." + code, incident.toString())
            .build());
  }

  private static DutyClock clockOf(String code, Instant startedAt, Instant dueAt) {
    return new DutyClock(code, startedAt, dueAt, Duration.ZERO, null);
  }
}
