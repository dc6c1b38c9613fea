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
          new QueryBenchmark(),
          new RefusalsBenchmark(),
          new CheckpointBenchmark(),
          new ImportBenchmark(),
          new PeopleBenchmark(),
          audit(
              "proofs",
              "inclusion and consistency proofs at 10 million entries; the verifier over bare"
                  + " hashing",
              "log.ProofBench",
              List.of("10000000", "300000"),
              List.of("100000", "3000")),
          audit(
              "history",
              "one employee's day among 10 million events, beside the required 3 s",
              "history.HistoryBench",
              List.of("10000000"),
              List.of("100000")),
          audit(
              "trace",
              "leak traces by size of the sample against 50 million accesses, beside the required"
                  + " 10 s",
              "trace.TraceBench",
              List.of("50000000"),
              List.of("500000")),
          audit(
              "retention",
              "due dates of a million customers computed anew, beside the bare update of as many"
                  + " rows",
              "retention.RetentionBench",
              List.of("1000000"),
              List.of("10000")),
          new DestructionBenchmark(),
          new RestoreDrillBenchmark(),
          new TransferBenchmark(),
          new FaultBenchmark(),
          new ProgramBenchmark(
              "monitor",
              "insiders, false blocks and slow leaks before the monitor's rules, on played months",
              "audit-service",
              "org.shouxin.audit.monitor.simulation.Simulation",
              List.of("--seeds", "5", "--json", "-"),
              List.of("--seeds", "1", "--json", "-")));

  private Benchmarks() {}

  private static Benchmark audit(
      String name, String title, String program, List<String> full, List<String> small) {
    return new ProgramBenchmark(
        name, title, "audit-service", "org.shouxin.audit." + program, full, small);
  }

  static List<Benchmark> all() {
    return ALL;
  }

  static Optional<Benchmark> find(String name) {
    return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
