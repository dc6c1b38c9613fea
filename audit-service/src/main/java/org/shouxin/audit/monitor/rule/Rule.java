package org.shouxin.audit.monitor.rule;

/**
 * One rule: nothing up to {@code soft}, {@code points} at {@code hard}, half as much again at most.
 *
 * @param audience realm role, or {@code *} for roles without a row of their own
 * @param soft measure up to which nothing is scored
 * @param hard measure at which the full points are scored
 * @param growth how many times an actor's own usual peak is still nothing
 * @param ceiling how many times the written limits an actor's own limits may grow by that
 */
public record Rule(
    Signal signal,
    String audience,
    double soft,
    double hard,
    double points,
    double growth,
    double ceiling) {
  private static final double MOST = 1.5;

  public Rule {
    if (soft < 0 || hard <= soft || points <= 0 || growth < 0 || ceiling < 1 || ceiling > 10) {
      throw new IllegalArgumentException("rule " + signal + " for " + audience + " has no sense");
    }
  }

  /** What this rule adds for a measure, with limits stretched by {@code stretch}. */
  double points(double measured, double stretch) {
    double over = (measured - soft * stretch) / ((hard - soft) * stretch);
    return points * Math.max(0, Math.min(MOST, over));
  }

  /** How far an actor's usual peak and lifted alarms stretch the limits. */
  double stretch(double usualPeak, double widening) {
    double own = soft == 0 ? 1 : growth * usualPeak / soft;
    return Math.max(1, Math.min(ceiling, own)) * widening;
  }
}
