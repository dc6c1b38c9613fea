package org.shouxin.audit.incident.duty;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.time.DutyClock;

/** Statements about clocks: events are appended, the open ones stand in a list for the watch. */
@Singleton
class ClockRows {
  private static final String APPEND =
      "insert into incident_clock_event"
          + " (controller_id, incident_id, code, sequence, kind, at, started_at, due_at)"
          + " select ?, ?, ?, coalesce(max(sequence), 0) + 1, ?, ?, ?, ? from incident_clock_event"
          + " where controller_id = ? and incident_id = ? and code = ?";
  private static final String OPEN =
      "insert into incident_clock_open"
          + " (controller_id, incident_id, code, started_at, due_at, alarm_minutes, look_again_at)"
          + " values (?, ?, ?, ?, ?, ?, ?) on conflict on constraint incident_clock_open_pk do update"
          + " set alarm_minutes = excluded.alarm_minutes, look_again_at = excluded.look_again_at";
  private static final String CLOSE =
      "delete from incident_clock_open where controller_id = ? and incident_id = ? and code = ?";

  /** Counted anew from the last start: K-11 runs again after each progress report. */
  private static final String VIEW =
      "with last as (select code, max(sequence) filter (where kind = 'STARTED') as first"
          + " from incident_clock_event where incident_id = ? group by code)"
          + " select e.code, min(e.started_at) as started_at, min(e.due_at) as due_at,"
          + " min(e.at) filter (where e.kind = 'MET' and e.sequence > l.first) as met_at,"
          + " array_agg(e.kind order by e.sequence) as course"
          + " from incident_clock_event e join last l on l.code = e.code"
          + " where e.incident_id = ? and (e.sequence >= l.first or e.kind = 'BREACHED')"
          + " group by e.code order by e.code";

  void append(
      Handle handle,
      ControllerId controller,
      UUID incident,
      DutyClock clock,
      String kind,
      Instant at) {
    handle.execute(
        APPEND,
        controller,
        incident,
        clock.code(),
        kind,
        at,
        clock.startedAt(),
        clock.dueAt(),
        controller,
        incident,
        clock.code());
  }

  /** Puts the clock before the watch, with the alarms (minutes after the start) still to come. */
  void open(
      Handle handle,
      ControllerId controller,
      UUID incident,
      DutyClock clock,
      List<Integer> alarms) {
    handle.execute(
        OPEN,
        controller,
        incident,
        clock.code(),
        clock.startedAt(),
        clock.dueAt(),
        alarms.toArray(Integer[]::new),
        alarms.isEmpty()
            ? clock.dueAt().plusMillis(1)
            : clock.startedAt().plus(Duration.ofMinutes(alarms.getFirst())));
  }

  void close(Handle handle, ControllerId controller, UUID incident, String code) {
    handle.execute(CLOSE, controller, incident, code);
  }

  List<ClockView> list(Handle handle, UUID incident) {
    return handle
        .createQuery(VIEW)
        .bind(0, incident)
        .bind(1, incident)
        .mapTo(ClockView.class)
        .list();
  }
}
