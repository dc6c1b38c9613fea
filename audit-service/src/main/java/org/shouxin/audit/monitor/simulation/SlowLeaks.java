package org.shouxin.audit.monitor.simulation;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.shouxin.audit.monitor.rule.Act;
import org.shouxin.audit.monitor.rule.ActorState;
import org.shouxin.audit.monitor.rule.Observation;
import org.shouxin.audit.monitor.rule.RuleSet;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.platform.time.WorkingCalendar;

/**
 * Leaks below every limit: after six honest weeks 10 to 20 people a day more than the own work,
 * people one has a right to, at working times. What tells them from honest workers is the SLOW
 * signal alone.
 */
final class SlowLeaks {
  private static final WorkingCalendar CALENDAR = WorkingCalendar.official();
  private static final int HONEST_DAYS = 42;
  private static final int DAYS = 91;

  private final RuleSet rules;

  SlowLeaks(RuleSet rules) {
    this.rules = rules;
  }

  /** The ROC over so many leakers and as many honest workers of the same kinds. */
  Roc play(int each, Random random) {
    List<Double> honest = new ArrayList<>();
    List<Double> leaking = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      honest.add(highest(i, 0, random));
      leaking.add(highest(i, 10 + random.nextInt(11), random));
    }
    return new Roc(honest, leaking);
  }

  private double highest(int number, int more, Random random) {
    String role = number % 3 == 0 ? "supervisor" : "client-manager";
    Worker worker =
        new Company(random).add("employee", "slow", role, 6 + random.nextInt(16), 0.5, 300);
    ActorState state = new ActorState();
    double highest = 0;
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = NormalMonths.FIRST_DAY.plusDays(i);
      new HonestDay(random, worker, day).play().forEach(event -> state.observe(event, rules));
      if (i >= HONEST_DAYS) {
        if (more > 0 && CALENDAR.isWorked(day)) {
          leak(worker, state, day, more, i * 100);
        }
        highest = Math.max(highest, state.slow());
      }
    }
    return highest;
  }

  private void leak(Worker worker, ActorState state, LocalDate day, int more, int first) {
    ZonedDateTime evening = day.atStartOfDay(BusinessTime.ZONE).plusHours(18);
    for (int n = 0; n < more; n++) {
      state.observe(
          new Observation(
              evening.plusMinutes(n).toInstant(),
              worker.key(),
              worker.role(),
              Act.READ,
              80_000_000 + first + n,
              true,
              false,
              false,
              null,
              null),
          rules);
    }
  }
}
