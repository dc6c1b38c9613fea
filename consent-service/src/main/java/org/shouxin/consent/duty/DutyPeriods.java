package org.shouxin.consent.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.time.DutyPeriod;

/** The lengths of legal clocks in force on a day (DR-14, promise 7: law is data). */
@ApplicationScoped
class DutyPeriods {
  private static final String IN_FORCE =
      "select code, counted_in, amount, escalate_hours from duty_period"
          + " where code = ? and effective_from <= ? order by effective_from desc limit 1";

  private static final String EXTENSION =
      "select days, by_senior from duty_extension where code = ? and nth = ?"
          + " and effective_from <= ? order by effective_from desc limit 1";

  /** A row of law data. */
  public record Row(String code, String countedIn, int amount, List<Integer> escalateHours) {
    DutyPeriod period() {
      return switch (countedIn) {
        case "HOURS" -> new DutyPeriod.Elapsed(Duration.ofHours(amount));
        case "CALENDAR_DAYS" -> new DutyPeriod.CalendarDays(amount);
        case "WORKING_DAYS" -> new DutyPeriod.WorkingDays(amount);
        default -> throw new IllegalStateException("duty_period.counted_in of " + code);
      };
    }
  }

  Optional<DutyExtension> findExtension(Handle handle, String code, int nth, LocalDate day) {
    return handle
        .createQuery(EXTENSION)
        .bind(0, code)
        .bind(1, nth)
        .bind(2, day)
        .mapTo(DutyExtension.class)
        .findOne();
  }

  Row get(Handle handle, String code, LocalDate day) {
    return handle.createQuery(IN_FORCE).bind(0, code).bind(1, day).mapTo(Row.class).one();
  }
}
