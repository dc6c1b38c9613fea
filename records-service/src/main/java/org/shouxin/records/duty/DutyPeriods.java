package org.shouxin.records.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.time.DutyPeriod;
import org.shouxin.platform.time.WorkingCalendar;

/** The lengths and alarms of legal clocks in force on a day (DR-14). */
@ApplicationScoped
public class DutyPeriods {
  private static final String IN_FORCE =
      "select code, counted_in, amount, alarm_hours from duty_period"
          + " where code = ? and effective_from <= ? order by effective_from desc limit 1";
  private static final WorkingCalendar CALENDAR = WorkingCalendar.official();

  DutyPeriods() {}

  /**
   * A row of law data.
   *
   * @param amount none where a letter names the last day
   * @param alarmHours hours before the end, the longest first
   */
  public record Law(
      String code, String countedIn, @Nullable Integer amount, List<Integer> alarmHours) {

    /** When a clock that starts now runs out. */
    public Instant dueAfter(Instant start) {
      if (amount == null) {
        throw new IllegalStateException(code + " runs to the day that a letter names");
      }
      DutyPeriod period =
          switch (countedIn) {
            case "HOURS" -> new DutyPeriod.Elapsed(Duration.ofHours(amount));
            case "CALENDAR_DAYS" -> new DutyPeriod.CalendarDays(amount);
            case "WORKING_DAYS" -> new DutyPeriod.WorkingDays(amount);
            case "WORKING_HOURS" -> new DutyPeriod.WorkingHours(amount);
            default -> throw new IllegalStateException("duty_period.counted_in of " + code);
          };
      return period.after(start, CALENDAR);
    }

    /** How many alarms of a clock with this end are due by now. */
    public int alarmsBy(Instant now, Instant dueAt) {
      return (int)
          alarmHours.stream()
              .filter(hours -> !now.isBefore(dueAt.minus(Duration.ofHours(hours))))
              .count();
    }
  }

  /** The law in force on a day. */
  public Law get(Handle handle, String code, LocalDate day) {
    return handle.createQuery(IN_FORCE).bind(0, code).bind(1, day).mapTo(Law.class).one();
  }
}
