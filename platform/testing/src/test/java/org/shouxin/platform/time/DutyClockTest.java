package org.shouxin.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class DutyClockTest {
  private static final WorkingCalendar CALENDAR = WorkingCalendar.official();

  @Test
  void theComplaintClockRunsThroughHolidays() {
    DutyClock clock =
        clock("K-01", "2026-09-30T18:00", new DutyPeriod.Elapsed(Duration.ofHours(72)));
    assertThat(clock.dueAt()).isEqualTo(shanghai("2026-10-03T18:00"));
  }

  @Test
  void threeWorkingDaysSkipTheNationalHolidayAndCountTheMakeUpSaturday() {
    DutyClock clock = clock("K-05", "2026-09-30T10:00", new DutyPeriod.WorkingDays(3));
    assertThat(clock.dueAt()).isEqualTo(shanghai("2026-10-10T10:00"));
  }

  @Test
  void fourWorkingHoursEndAtClosingTimeAndGoOnTheNextWorkedMorning() {
    assertThat(clock("K-22", "2026-11-20T10:00", new DutyPeriod.WorkingHours(4)).dueAt())
        .isEqualTo(shanghai("2026-11-20T14:00"));
    assertThat(clock("K-22", "2026-11-20T15:30", new DutyPeriod.WorkingHours(4)).dueAt())
        .isEqualTo(shanghai("2026-11-23T11:30"));
    assertThat(clock("K-22", "2026-11-21T03:00", new DutyPeriod.WorkingHours(4)).dueAt())
        .isEqualTo(shanghai("2026-11-23T13:00"));
    assertThat(clock("K-22", "2026-11-20T17:00", new DutyPeriod.WorkingHours(8)).dueAt())
        .isEqualTo(shanghai("2026-11-23T17:00"));
  }

  @Test
  void anIncidentKnownBeforeMidnightIsDueAfterIt() {
    assertThat(
            clock("K-09", "2026-11-22T23:30", new DutyPeriod.Elapsed(Duration.ofHours(2))).dueAt())
        .isEqualTo(shanghai("2026-11-23T01:30"));
    assertThat(clock("K-10", "2026-11-22T23:30", new DutyPeriod.CalendarDays(1)).dueAt())
        .isEqualTo(shanghai("2026-11-23T23:30"));
  }

  @Test
  void aLateStopStaysABreach() {
    DutyClock clock = clock("K-01", "2026-11-01T00:00", new DutyPeriod.CalendarDays(3));
    Instant due = clock.dueAt();
    assertThat(clock.state(due)).isEqualTo(DutyClock.State.RUNNING);
    assertThat(clock.stop(due).state(due.plusSeconds(9))).isEqualTo(DutyClock.State.MET);
    DutyClock late = clock.stop(due.plusMillis(1));
    assertThat(late.state(due.plusSeconds(9))).isEqualTo(DutyClock.State.BREACHED);
    assertThat(late.stop(due.minusSeconds(1))).isEqualTo(late);
  }

  @Test
  void pausesMoveTheDueTimeUpToTheirLimit() {
    DutyClock clock = clock("K-04", "2026-11-01T00:00", new DutyPeriod.CalendarDays(30));
    Duration limit = Duration.ofDays(15);
    DutyClock paused =
        clock.pausedFor(Duration.ofDays(10), limit).pausedFor(Duration.ofDays(10), limit);
    assertThat(paused.dueAt()).isEqualTo(clock.dueAt().plus(limit));
    assertThat(paused.paused()).isEqualTo(limit);
  }

  private static DutyClock clock(String code, String start, DutyPeriod period) {
    return DutyClock.start(code, shanghai(start), period, CALENDAR);
  }

  private static Instant shanghai(String local) {
    return LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant();
  }
}
