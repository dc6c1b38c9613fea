package org.shouxin.audit.monitor.simulation;

import java.util.List;

/** How well one number tells leakers from honest workers. */
record Roc(List<Double> honest, List<Double> leaking) {

  /** A point of the curve: both shares at this threshold or above. */
  record Point(double threshold, double falseAlarms, double found) {}

  Roc {
    honest = List.copyOf(honest);
    leaking = List.copyOf(leaking);
  }

  Point at(double threshold) {
    return new Point(threshold, share(honest, threshold), share(leaking, threshold));
  }

  /** Probability that a leaker's number is above an honest worker's; ties count half. */
  double areaUnderCurve() {
    double wins = 0;
    for (double leaker : leaking) {
      for (double other : honest) {
        wins += leaker > other ? 1 : leaker == other ? 0.5 : 0;
      }
    }
    return wins / leaking.size() / honest.size();
  }

  private static double share(List<Double> numbers, double threshold) {
    return (double) numbers.stream().filter(number -> number >= threshold).count() / numbers.size();
  }
}
