package org.shouxin.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.shouxin.bench.fault.FaultLoop;

/** Faults by a seed under load for as long as is asked; a promise that breaks fails the run. */
final class FaultBenchmark implements Benchmark {
  private static final int FEW = 3;

  @Override
  public String name() {
    return "faults";
  }

  @Override
  public String title() {
    return "processes killed, paused and cut off under load, by --seed for --minutes; every promise checked";
  }

  @Override
  public List<Figure> measure(Bed bed, Settings settings) {
    Instant end = Instant.now().plus(Duration.ofMinutes(settings.minutes()));
    FaultLoop.Outcome outcome =
        FaultLoop.runOnMachine(
            bed.installation(),
            settings.seed(),
            struck -> settings.full() ? Instant.now().isBefore(end) : struck < FEW,
            line -> System.out.println("  " + line));
    if (!outcome.broken().isEmpty()) {
      throw new BenchException(
          "Seed %d broke: %s".formatted(settings.seed(), String.join("; ", outcome.broken())));
    }
    return List.of(
        Figure.alone("faults-struck", outcome.faults(), "faults, no promise broken"),
        Figure.alone("faults-reads", outcome.reads(), "reads asked"),
        Figure.alone("faults-reads-shown", outcome.shown(), "reads shown, each with its event"),
        Figure.alone(
            "faults-withdrawals", outcome.silences(), "answered withdrawals, no read after"),
        Figure.alone(
            "faults-events", outcome.events(), "events acknowledged, each once in the log"),
        Figure.alone("faults-checkpoints", outcome.checkpoints(), "checkpoints, all of one log"),
        Figure.alone("faults-slowest-recovery", outcome.slowestRecovery(), "s"));
  }
}
