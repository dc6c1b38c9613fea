package org.shouxin.platform.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which days are worked in mainland China: the plain week, less the public holidays, plus the
 * make-up days of the State Council's yearly notice (DR-14, rules).
 */
public record WorkingCalendar(Set<LocalDate> off, Set<LocalDate> work) {
  private static final String RESOURCE = "working-days.properties";
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);

  public WorkingCalendar {
    off = Set.copyOf(off);
    work = Set.copyOf(work);
  }

  /** The calendar that ships with the product. */
  public static WorkingCalendar official() {
    Properties days = new Properties();
    try (InputStream in = WorkingCalendar.class.getResourceAsStream(RESOURCE)) {
      days.load(Objects.requireNonNull(in, RESOURCE));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new WorkingCalendar(
        parse(days.getProperty("off", "")), parse(days.getProperty("work", "")));
  }

  public boolean isWorked(LocalDate day) {
    if (work.contains(day)) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !off.contains(day);
  }

  /** The same time of day, this many worked days later. */
  public Instant plusWorkingDays(Instant start, int days) {
    ZonedDateTime at = start.atZone(BusinessTime.ZONE);
    int left = days;
    while (left > 0) {
      at = at.plusDays(1);
      if (isWorked(at.toLocalDate())) {
        left--;
      }
    }
    return at.toInstant();
  }

  /** This many hours later, counted from 09:00 to 17:00 of worked days only (product default). */
  public Instant plusWorkingHours(Instant start, int hours) {
    ZonedDateTime at = start.atZone(BusinessTime.ZONE);
    Duration left = Duration.ofHours(hours);
    while (true) {
      ZonedDateTime opens = at.with(OPENS);
      ZonedDateTime from = at.isBefore(opens) ? opens : at;
      Duration today = Duration.between(from, at.with(CLOSES));
      if (isWorked(at.toLocalDate()) && !today.isNegative()) {
        if (left.compareTo(today) <= 0) {
          return from.plus(left).toInstant();
        }
        left = left.minus(today);
      }
      at = opens.plusDays(1);
    }
  }

  private static Set<LocalDate> parse(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(day -> !day.isEmpty())
        .map(LocalDate::parse)
        .collect(Collectors.toUnmodifiableSet());
  }
}
