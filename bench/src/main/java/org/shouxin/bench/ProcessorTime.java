package org.shouxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shouxin.launcher.Component;

/** Processor time of each process of the system, PostgreSQL with all its children as one. */
final class ProcessorTime {
  private static final double MICROS_PER_TICK = 10_000;
  private static final int USER_TICKS = 11;

  private ProcessorTime() {}

  /** Runs a sample and adds what an operation of it cost each process. */
  static Sample of(Bed bed, int seconds, Supplier<Sample> sample) {
    Map<String, Double> before = micros(bed);
    Sample measured = sample.get();
    double operations = measured.perSecond() * seconds;
    Map<String, Double> spent = new TreeMap<>();
    micros(bed)
        .forEach((name, after) -> {
          double each = (after - before.getOrDefault(name, 0d)) / operations;
          if (each >= 0.5) {
            spent.put(name, (double) Math.round(each));
          }
        });
    return new Sample(
        measured.perSecond(), measured.p50(), measured.p99(), measured.errors(), spent);
  }

  private static Map<String, Double> micros(Bed bed) {
    Map<String, Double> all = new TreeMap<>();
    for (Component component : Component.values()) {
      bed.installation()
          .pid(component)
          .flatMap(ProcessHandle::of)
          .ifPresent(process ->
              all.put(
                  component.title(),
                  Stream.concat(Stream.of(process), process.descendants())
                      .mapToDouble(ProcessorTime::ofOne)
                      .sum()));
    }
    return all;
  }

  private static double ofOne(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1]))
          * MICROS_PER_TICK;
    } catch (IOException ended) {
      return 0;
    }
  }
}
