package org.shouxin.audit.monitor.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.shouxin.audit.monitor.rule.ActorKey;
import org.shouxin.audit.monitor.rule.ActorState;
import org.shouxin.audit.monitor.rule.Contribution;
import org.shouxin.audit.monitor.rule.Observation;
import org.shouxin.audit.monitor.rule.RuleSet;
import org.shouxin.audit.monitor.rule.Score;

/**
 * Months of honest work. A false block is lifted by the reviewer, as in life, and widens the
 * actor's limits; each day that saw one counts once.
 */
final class NormalMonths {
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
  static final int DAYS = 91;

  private final RuleSet rules;
  private final Map<ActorKey, ActorState> states = new HashMap<>();
  private int actorDays;
  private int warnedDays;
  private int steppedUpDays;
  private int blockedDays;

  NormalMonths(RuleSet rules) {
    this.rules = rules;
  }

  void play(List<Worker> workers, Random random) {
    for (int i = 0; i < DAYS; i++) {
      for (Worker worker : workers) {
        play(worker, FIRST_DAY.plusDays(i), random);
      }
    }
  }

  private void play(Worker worker, LocalDate day, Random random) {
    List<Observation> events = new HonestDay(random, worker, day).play();
    if (events.isEmpty()) {
      return;
    }
    actorDays++;
    int highest = 0;
    for (Observation event : events) {
      Score score = state(worker).observe(event, rules);
      int reached = rank(score);
      highest = Math.max(highest, reached);
      if (reached >= 3) {
        lift(state(worker), score, event.at());
      }
    }
    warnedDays += highest >= 1 ? 1 : 0;
    steppedUpDays += highest >= 2 ? 1 : 0;
    blockedDays += highest >= 3 ? 1 : 0;
  }

  private static int rank(Score score) {
    return switch (score.interception().label()) {
      case "WARN" -> 1;
      case "STEP_UP" -> 2;
      case "BLOCK", "LOCK" -> 3;
      default -> 0;
    };
  }

  private static void lift(ActorState state, Score score, Instant at) {
    state.lift(score.contributions().stream().map(Contribution::signal).toList(), at);
  }

  ActorState state(Worker worker) {
    return states.computeIfAbsent(worker.key(), _ -> new ActorState());
  }

  int actorDays() {
    return actorDays;
  }

  /** Share of actor-days with at least this: 0 to 1. */
  double warned() {
    return (double) warnedDays / actorDays;
  }

  double steppedUp() {
    return (double) steppedUpDays / actorDays;
  }

  double blocked() {
    return (double) blockedDays / actorDays;
  }
}
