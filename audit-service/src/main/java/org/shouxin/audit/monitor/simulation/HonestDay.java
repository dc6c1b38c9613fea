package org.shouxin.audit.monitor.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.shouxin.audit.monitor.rule.Act;
import org.shouxin.audit.monitor.rule.Observation;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.platform.time.WorkingCalendar;

/**
 * One honest day: office hours with evenings and weekends now and then, month ends, campaigns over
 * one's own customers, samples and reviews of those who oversee, wrong numbers, people who refused.
 */
final class HonestDay {
  private static final WorkingCalendar CALENDAR = WorkingCalendar.official();
  private static final int DAY_BEGINS = 8 * 3_600 + 1_800;
  private static final int DAY_LENGTH = 9 * 3_600 + 1_800;

  private final Random random;
  private final Worker worker;
  private final LocalDate day;
  private final List<Observation> events = new ArrayList<>();

  HonestDay(Random random, Worker worker, LocalDate day) {
    this.random = random;
    this.worker = worker;
    this.day = day;
  }

  /** The day's entries in their order; none on a day off. */
  List<Observation> play() {
    if (worker.isPartner()) {
      partnersDay();
    } else if (CALENDAR.isWorked(day)) {
      if (random.nextDouble() < 0.93) {
        officeDay();
      }
    } else if (random.nextDouble() < 0.04) {
      people(1 + random.nextInt(8), DAY_BEGINS, DAY_LENGTH);
    }
    events.sort(Comparator.comparing(Observation::at));
    return events;
  }

  private void officeDay() {
    double size = worker.usual() * Math.exp(worker.spread() * random.nextGaussian());
    people((int) (size * (isMonthEnd() ? 1.6 : 1)), DAY_BEGINS, DAY_LENGTH);
    if (random.nextDouble() < (isMonthEnd() ? 0.2 : 0.05)) {
      people(1 + random.nextInt(8), 20 * 3_600, 2 * 3_600);
    }
    switch (worker.role()) {
      case "client-manager" -> managersExtras();
      case "supervisor" -> {
        if (isMonthEnd()) {
          people(25 + random.nextInt(25), 13 * 3_600, 4 * 3_600);
        }
      }
      case "compliance-officer" -> {
        if (random.nextDouble() < 0.2) {
          people(15 + random.nextInt(16), 14 * 3_600, 3_600);
        }
        if (random.nextDouble() < 0.04) {
          // People of a leak, looked up one after the other by what surfaced.
          people(20 + random.nextInt(31), 10 * 3_600, 60);
        }
      }
      case "auditor" -> {
        if (isMonthEnd()) {
          people(50, 9 * 3_600, 3 * 3_600);
        }
      }
      default -> {}
    }
  }

  private void managersExtras() {
    if (random.nextDouble() < 0.05) {
      // A campaign: own customers page by page, then the calls.
      int pages = 2 + random.nextInt(3);
      for (int page = 0; page < pages; page++) {
        int at = 9 * 3_600 + page * 900;
        for (int i = 0; i < 20; i++) {
          add(at, own(), Act.READ, true, true);
        }
      }
    }
    for (int i = poisson(random.nextDouble() < 0.03 ? 6 : 0.4); i > 0; i--) {
      // A colleague's customer calls, a wrong number.
      Act act = random.nextDouble() < 0.7 ? Act.REFUSED : Act.READ;
      add(DAY_BEGINS + random.nextInt(DAY_LENGTH), stranger(), act, false, false);
    }
  }

  private void partnersDay() {
    double campaign = random.nextDouble() < 0.03 ? 2 + 2 * random.nextDouble() : 1;
    double weekend = CALENDAR.isWorked(day) ? 1 : 0.6;
    int size =
        (int)
            (worker.usual()
                * campaign
                * weekend
                * Math.exp(worker.spread() * random.nextGaussian()));
    for (int i = 0; i < size; i++) {
      // Two humps, as people buy: late morning and evening.
      double hour =
          random.nextDouble() < 0.6
              ? 11 + 2 * random.nextGaussian()
              : 19.5 + 1.5 * random.nextGaussian();
      int second = (int) (3_600 * Math.max(0, Math.min(23.99, hour)));
      boolean refused = random.nextDouble() < 0.08;
      add(second, own(), refused ? Act.REFUSED : Act.READ, true, false);
    }
    for (int page = random.nextInt(3); page > 0; page--) {
      int at = DAY_BEGINS + random.nextInt(DAY_LENGTH);
      for (int i = 0; i < 20; i++) {
        add(at, own(), Act.READ, true, true);
      }
    }
  }

  private void people(int number, int from, int length) {
    for (int i = 0; i < number; i++) {
      add(from + random.nextInt(length), own(), Act.READ, true, false);
    }
  }

  private void add(int second, int person, Act act, boolean own, boolean listed) {
    Instant at = day.atStartOfDay(BusinessTime.ZONE).toInstant().plusSeconds(second);
    // Some searches are by name or number; honest ones are spread over all of them.
    String surname = random.nextDouble() < 0.2 && !listed ? surname() : null;
    String block = random.nextDouble() < 0.3 && !listed ? "n" + random.nextInt(5_000) : null;
    events.add(
        new Observation(
            at, worker.key(), worker.role(), act, person, own, listed, false, surname, block));
  }

  /** Surnames are uneven: the commonest has 7 %, the next ones less and less. */
  private String surname() {
    return "s" + (int) Math.min(63, -14 * Math.log(1 - random.nextDouble()));
  }

  private int own() {
    return worker.firstPerson() + random.nextInt(worker.book());
  }

  private int stranger() {
    return 50_000_000 + random.nextInt(1_000_000);
  }

  private boolean isMonthEnd() {
    return day.getDayOfMonth() > day.lengthOfMonth() - 4;
  }

  private int poisson(double mean) {
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
