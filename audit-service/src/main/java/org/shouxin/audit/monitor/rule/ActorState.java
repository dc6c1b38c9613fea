package org.shouxin.audit.monitor.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.platform.time.BusinessTime;

/**
 * What is remembered of one actor: today, what is usual, and what lifted alarms widened. It follows
 * from the log alone, entry by entry; {@link StateCodec} keeps it over a restart.
 */
public final class ActorState {
  private static final List<Signal> LEARNT =
      List.of(
          Signal.PACE,
          Signal.VOLUME,
          Signal.BREADTH,
          Signal.LISTED,
          Signal.NOT_OWN,
          Signal.NOT_FOUND,
          Signal.OFF_HOURS);

  LocalDate day = LocalDate.EPOCH;
  Today today = new Today();
  final double[] highest = new double[Signal.values().length];
  final Usual usual = new Usual();
  final Widening widening = new Widening();
  Interception reached = new Interception.Clear();

  /** Takes one entry in and scores the actor as of now. */
  public Score observe(Observation seen, RuleSet rules) {
    roll(LocalDate.ofInstant(seen.at(), BusinessTime.ZONE));
    today.add(seen, rules.hours().isOutside(seen.at()));
    long second = seen.at().getEpochSecond();
    for (Signal signal : LEARNT) {
      highest[signal.ordinal()] =
          Math.max(highest[signal.ordinal()], today.measure(signal, second));
    }
    return score(rules, rules.of(seen.role()), second);
  }

  /**
   * Whether this score goes beyond what was reached on this day; it is then remembered, so that one
   * alert is raised for each step and not for each entry.
   */
  public boolean reaches(Interception interception) {
    if (interception.compareTo(reached) <= 0) {
      return false;
    }
    reached = interception;
    return true;
  }

  /** A reviewer lifted an alarm: today starts afresh, with wider limits where the alarm was. */
  public void lift(Iterable<Signal> contributed, Instant at) {
    roll(LocalDate.ofInstant(at, BusinessTime.ZONE));
    widening.widen(contributed, day);
    today = new Today();
    usual.slow = 0;
    reached = new Interception.Clear();
  }

  /** How far the days have been above the usual so far. */
  public double slow() {
    return usual.slow;
  }

  private Score score(RuleSet set, List<Rule> rules, long second) {
    List<Contribution> contributions = new ArrayList<>();
    double total = 0;
    for (Rule rule : rules) {
      double measured =
          rule.signal() == Signal.SLOW ? usual.slow : today.measure(rule.signal(), second);
      double stretch = rule.stretch(usual.peak(rule.signal()), widening.factor(rule.signal(), day));
      double points = rule.points(measured, stretch);
      if (points > 0) {
        total += points;
        contributions.add(
            new Contribution(
                rule.signal(), measured, rule.soft() * stretch, rule.hard() * stretch, points));
      }
    }
    return new Score(total, contributions, set.levels().of(total), set.version());
  }

  private void roll(LocalDate now) {
    if (!now.isAfter(day)) {
      return; // A late entry counts on the day at hand.
    }
    if (!day.equals(LocalDate.EPOCH)) {
      if (!reached.closesAccess()) {
        LEARNT.forEach(signal -> usual.learnPeak(signal, highest[signal.ordinal()]));
        usual.learnDay(today.counts[Signal.BREADTH.ordinal()]);
      }
    }
    java.util.Arrays.fill(highest, 0);
    today = new Today();
    reached = new Interception.Clear();
    day = now;
  }
}
