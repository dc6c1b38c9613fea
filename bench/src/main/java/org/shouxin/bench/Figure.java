package org.shouxin.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A measured figure beside its baseline: medians of the rounds with the range.
 *
 * @param baseline the other side's median, null where there is none
 * @param ratio value over baseline
 * @param processorMicros processor time of an operation by process, in microseconds
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Figure(
    String name,
    double value,
    String unit,
    @Nullable Double baseline,
    @Nullable Double ratio,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double p50,
    @Nullable Double p99,
    long errors,
    Map<String, Double> processorMicros) {

  /** A figure that stands alone. */
  static Figure alone(String name, double value, String unit) {
    return new Figure(name, value, unit, null, null, null, null, null, null, 0, Map.of());
  }

  /** A figure with a figure to compare it with. */
  static Figure beside(String name, double value, String unit, double baseline) {
    return new Figure(
        name, value, unit, baseline, value / baseline, null, null, null, null, 0, Map.of());
  }

  /** Rates of one side against rates of the other. */
  static Figure of(String name, String unit, List<Sample> ours, List<Sample> baseline) {
    double value = median(ours, Sample::perSecond);
    @Nullable Double other = baseline.isEmpty() ? null : median(baseline, Sample::perSecond);
    return new Figure(
        name,
        value,
        unit,
        other,
        other == null ? null : value / other,
        ours.stream().mapToDouble(Sample::perSecond).min().orElseThrow(),
        ours.stream().mapToDouble(Sample::perSecond).max().orElseThrow(),
        median(ours, Sample::p50),
        median(ours, Sample::p99),
        ours.stream().mapToLong(Sample::errors).sum(),
        ours.getLast().processorMicros());
  }

  static double median(List<Sample> samples, ToDoubleFunction<Sample> of) {
    double[] sorted = samples.stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
