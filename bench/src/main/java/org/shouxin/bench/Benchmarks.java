package org.shouxin.bench;

import java.util.List;
import java.util.Optional;

/** All benchmarks, in the order in which {@code ./shouxin bench} runs them. */
final class Benchmarks {
  private static final List<Benchmark> ALL =
      List.of(
          new AppendBenchmark("append", 1, 64),
          new AppendBenchmark("append-100", 100, 8),
          new DecideBenchmark(),
          new WithdrawalBenchmark(),
          new ImportBenchmark(),
          new PeopleBenchmark());

  private Benchmarks() {}

  static List<Benchmark> all() {
    return ALL;
  }

  static Optional<Benchmark> find(String name) {
    return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
