package org.shouxin.audit.incident;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.incident.duty.Grade;
import org.shouxin.platform.time.BusinessTime;

/** Grades an incident by the rules in force: the highest that fits decides (promise 7). */
@Singleton
class SeverityWizard {
  private static final String IN_FORCE =
      "select distinct on (code) code, grade, persons_at_least, sensitive_only, published_only, basis"
          + " from incident_grade_rule where effective_from <= ? order by code, effective_from desc";

  /** A rule of law data. */
  public record Rule(
      String code,
      Grade grade,
      long personsAtLeast,
      boolean sensitiveOnly,
      boolean publishedOnly,
      String basis) {
    boolean fits(Assessment.Severity found) {
      return found.persons() >= personsAtLeast
          && (found.sensitive() || !sensitiveOnly)
          && (found.published() || !publishedOnly);
    }

    Assessment.Because because() {
      return new Assessment.Because(code, grade, personsAtLeast, basis);
    }
  }

  private final Clock clock;

  @Inject
  SeverityWizard(Clock clock) {
    this.clock = clock;
  }

  Assessment assess(Handle handle, Assessment.Severity found) {
    List<Assessment.Because> because =
        handle.createQuery(IN_FORCE).bind(0, BusinessTime.today(clock)).mapTo(Rule.class).stream()
            .filter(rule -> rule.fits(found))
            .map(Rule::because)
            .sorted(
                Comparator.comparing(Assessment.Because::grade)
                    .reversed()
                    .thenComparing(Assessment.Because::rule))
            .toList();
    return new Assessment(found, because.getFirst().grade(), because);
  }
}
