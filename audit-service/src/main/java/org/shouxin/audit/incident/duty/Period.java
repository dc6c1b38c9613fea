package org.shouxin.audit.incident.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.shouxin.platform.time.DutyClock;
import org.shouxin.platform.time.DutyPeriod;
import org.shouxin.platform.time.WorkingCalendar;

/** A row of law data: how long a duty of incidents may take, and when it is owed. */
public record Period(
    String code,
    boolean fromKnown,
    String countedIn,
    int amount,
    List<Integer> alarmMinutes,
    String fromGrade,
    boolean minorsOnly) {
  private static final WorkingCalendar CALENDAR = WorkingCalendar.official();

  boolean isOwedBy(Owed incident) {
    return incident.grade().reaches(Grade.valueOf(fromGrade)) && (incident.minors() || !minorsOnly);
  }

  DutyClock start(Owed incident, Instant now) {
    return DutyClock.start(code, fromKnown ? incident.knownAt() : now, length(), CALENDAR);
  }

  /** Minutes after the start at which the clock escalates while it is open, ascending. */
  List<Integer> alarms() {
    return alarmMinutes.stream().sorted().toList();
  }

  private DutyPeriod length() {
    return switch (countedIn) {
      case "HOURS" -> new DutyPeriod.Elapsed(Duration.ofHours(amount));
      case "CALENDAR_DAYS" -> new DutyPeriod.CalendarDays(amount);
      case "WORKING_DAYS" -> new DutyPeriod.WorkingDays(amount);
      default -> throw new IllegalStateException("incident_period.counted_in of " + code);
    };
  }
}
