package org.shouxin.audit.incident.duty;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The periods in force on a day (DR-14, promise 7: law is data). */
@Singleton
class Periods {
  private static final String IN_FORCE =
      "select distinct on (code) code, from_known, counted_in, amount, alarm_minutes, from_grade,"
          + " minors_only from incident_period where started_by = ? and effective_from <= ?"
          + " order by code, effective_from desc";

  List<Period> startedBy(Handle handle, Starter starter, LocalDate day) {
    return handle
        .createQuery(IN_FORCE)
        .bind(0, starter.name())
        .bind(1, day)
        .mapTo(Period.class)
        .list();
  }
}
