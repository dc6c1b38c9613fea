package org.shouxin.bench;

import java.util.Map;

/**
 * What one round of one side gave.
 *
 * @param perSecond operations answered well in a second
 * @param p50 milliseconds; 0 where the tool does not tell
 * @param p99 milliseconds; 0 where the tool does not tell
 * @param errors answers other than the expected
 * @param processorMicros processor time of an operation, by process, in microseconds
 */
record Sample(
    double perSecond, double p50, double p99, long errors, Map<String, Double> processorMicros) {

  static Sample rate(double perSecond) {
    return new Sample(perSecond, 0, 0, 0, Map.of());
  }
}
