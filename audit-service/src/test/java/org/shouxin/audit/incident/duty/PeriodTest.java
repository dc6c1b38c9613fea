package org.shouxin.audit.incident.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;

/** The vectors of DR-14. */
class PeriodTest {
  private static final Instant KNOWN = Instant.parse("2026-09-30T23:30:00+08:00");
  private static final Instant LATER = Instant.parse("2026-09-30T10:00:00+08:00");

  @Test
  void anIncidentKnownAt2330IsDueAt0130AndTheNextDayAt2330() {
    assertThat(due("HOURS", 2, true, KNOWN)).isEqualTo(Instant.parse("2026-10-01T01:30:00+08:00"));
    assertThat(due("HOURS", 24, true, KNOWN)).isEqualTo(Instant.parse("2026-10-01T23:30:00+08:00"));
  }

  @Test
  void workingDaysSkipTheNationalHoliday() {
    assertThat(due("WORKING_DAYS", 3, false, LATER))
        .isEqualTo(Instant.parse("2026-10-10T10:00:00+08:00"));
  }

  @Test
  void aDutyIsOwedFromItsGradeOnAndOnlyForMinorsWhereItSaysSo() {
    Period major = new Period("K-12", true, "HOURS", 4, List.of(), "LARGER", false);
    assertThat(major.isOwedBy(incident(Grade.GENERAL, false))).isFalse();
    assertThat(major.isOwedBy(incident(Grade.MAJOR, false))).isTrue();
    Period minors = new Period("K-15-REPORT", true, "HOURS", 2, List.of(), "GENERAL", true);
    assertThat(minors.isOwedBy(incident(Grade.ESPECIALLY_MAJOR, false))).isFalse();
    assertThat(minors.isOwedBy(incident(Grade.GENERAL, true))).isTrue();
  }

  private static Instant due(String countedIn, int amount, boolean fromKnown, Instant now) {
    return new Period("K-09", fromKnown, countedIn, amount, List.of(), "GENERAL", false)
        .start(incident(Grade.GENERAL, false), now)
        .dueAt();
  }

  private static Owed incident(Grade grade, boolean minors) {
    return new Owed(new ControllerId("ctl-donghai"), Ids.next(), KNOWN, grade, minors);
  }
}
