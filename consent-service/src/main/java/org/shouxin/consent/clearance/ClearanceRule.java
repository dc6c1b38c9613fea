package org.shouxin.consent.clearance;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/**
 * What a certificate takes, as the law data of a day say (R-AC-06).
 *
 * @param inductionMinutes training before the first certificate
 * @param renewalMinutes training since the last certificate before the next
 * @param mostMinutesADay more does not count for one person and day
 */
public record ClearanceRule(
    int inductionMinutes,
    int renewalMinutes,
    int mostMinutesADay,
    int questions,
    int passPercent,
    int validMonths) {

  static ClearanceRule inForce(Handle handle, LocalDate day) {
    return handle
        .createQuery(
            "select induction_minutes, renewal_minutes, most_minutes_a_day, questions,"
                + " pass_percent, valid_months from clearance_rule where effective_from <= ?"
                + " order by effective_from desc limit 1")
        .bind(0, day)
        .mapTo(ClearanceRule.class)
        .one();
  }

  /** Minutes needed for the next certificate. */
  int minutesNeeded(boolean renewal) {
    return renewal ? renewalMinutes : inductionMinutes;
  }

  boolean passes(int right) {
    return right * 100 >= questions * passPercent;
  }
}
