package org.shouxin.audit.monitor.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What lifted false alarms changed for one actor: each widens the limits of the signals that had
 * contributed by a quarter, together at most to the double, and all of it fades away within 90
 * days.
 */
final class Widening {
  private static final double STEP = 1.25;
  private static final double MOST = 2;
  private static final double FADES_IN_DAYS = 90;

  final double[] factors = new double[Signal.values().length];
  @Nullable LocalDate since;

  Widening() {
    java.util.Arrays.fill(factors, 1);
  }

  void widen(Iterable<Signal> contributed, LocalDate day) {
    for (Signal signal : Signal.values()) {
      factors[signal.ordinal()] = factor(signal, day);
    }
    contributed.forEach(
        signal -> factors[signal.ordinal()] = Math.min(MOST, factors[signal.ordinal()] * STEP));
    since = day;
  }

  /** By how much a signal's limits are wider on a day: 1 to 2. */
  double factor(Signal signal, LocalDate day) {
    LocalDate from = since;
    if (from == null) {
      return 1;
    }
    double left = Math.max(0, 1 - ChronoUnit.DAYS.between(from, day) / FADES_IN_DAYS);
    return 1 + (factors[signal.ordinal()] - 1) * Math.min(1, left);
  }
}
