package org.shouxin.audit.monitor.rule;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.platform.time.WorkingCalendar;

/** Working hours of a working day in Shanghai, from {@code from} to before {@code until}. */
public record WorkingHours(int from, int until) {
  private static final WorkingCalendar CALENDAR = WorkingCalendar.official();

  public WorkingHours {
    if (from < 0 || until > 24 || from >= until) {
      throw new IllegalArgumentException("working hours begin before they end");
    }
  }

  boolean isOutside(Instant at) {
    ZonedDateTime there = at.atZone(BusinessTime.ZONE);
    return there.getHour() < from
        || there.getHour() >= until
        || !CALENDAR.isWorked(there.toLocalDate());
  }
}
