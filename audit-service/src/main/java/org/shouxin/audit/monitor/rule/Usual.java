package org.shouxin.audit.monitor.rule;

/**
 * What is usual for one actor, learnt day by day. Both parts are slow on purpose, so that nobody
 * teaches the rules a leak as quickly as it pays: a day's peak lifts the usual peak by a tenth and
 * five at most, and a day far above the mean is learnt as two deviations above it.
 */
final class Usual {
  private static final double FADE = 0.97;
  private static final double GROWTH = 1.1;
  private static final double STEP = 5;
  private static final double LEARNING = 0.06;
  private static final double LEAST_DEVIATION = 0.3;
  private static final double FIRST_DEVIATION = 0.6;
  private static final double FARTHEST = 2;
  private static final double ALLOWANCE = 0.6;
  private static final int LEARNING_DAYS = 10;

  final double[] peaks = new double[Signal.values().length];
  int days;
  double mean;
  double variance = FIRST_DEVIATION * FIRST_DEVIATION;
  double slow;

  /** The peak that a signal usually reaches on a day. */
  double peak(Signal signal) {
    return peaks[signal.ordinal()];
  }

  void learnPeak(Signal signal, double measured) {
    double faded = peaks[signal.ordinal()] * FADE;
    double most = days == 0 ? measured : peaks[signal.ordinal()] * GROWTH + STEP;
    peaks[signal.ordinal()] = Math.max(faded, Math.min(measured, most));
  }

  /** Ends an active day on which this many different people were seen. */
  void learnDay(double people) {
    double size = Math.log1p(people);
    if (days < LEARNING_DAYS) {
      // The first days: plain averages.
      double before = mean;
      mean += (size - mean) / (days + 1);
      variance += ((size - before) * (size - mean) - variance) / (days + 2);
    } else {
      double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(variance));
      double z = (size - mean) / deviation;
      slow = Math.max(0, slow + Math.min(z, FARTHEST) - ALLOWANCE);
      double learnt = Math.max(-FARTHEST, Math.min(FARTHEST, z)) * deviation;
      // While the sum says that something is going on, hardly anything is learnt.
      double rate = slow > 4 ? LEARNING / 10 : LEARNING;
      mean += rate * learnt;
      variance += rate * (learnt * learnt - variance);
    }
    days++;
  }
}
