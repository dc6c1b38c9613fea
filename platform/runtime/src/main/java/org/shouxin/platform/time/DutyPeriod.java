package org.shouxin.platform.time;

import java.time.Duration;
import java.time.Instant;

/** A length that the law or a promise gives (DR-14), counted its own way. */
public sealed interface DutyPeriod {

  /** When a clock that starts now runs out. */
  Instant after(Instant start, WorkingCalendar calendar);

  /** Elapsed time, day and night, holidays too. */
  record Elapsed(Duration length) implements DutyPeriod {
    @Override
    public Instant after(Instant start, WorkingCalendar calendar) {
      return start.plus(length);
    }
  }

  /** Calendar days, to the same time of day in Shanghai. */
  record CalendarDays(int days) implements DutyPeriod {
    @Override
    public Instant after(Instant start, WorkingCalendar calendar) {
      return start.atZone(BusinessTime.ZONE).plusDays(days).toInstant();
    }
  }

  /** Worked days, to the same time of day in Shanghai. */
  record WorkingDays(int days) implements DutyPeriod {
    @Override
    public Instant after(Instant start, WorkingCalendar calendar) {
      return calendar.plusWorkingDays(start, days);
    }
  }

  /** Hours of worked days between opening and closing time in Shanghai. */
  record WorkingHours(int hours) implements DutyPeriod {
    @Override
    public Instant after(Instant start, WorkingCalendar calendar) {
      return calendar.plusWorkingHours(start, hours);
    }
  }
}
