package org.shouxin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./shouxin bench}: measures, prints a table, keeps it in {@code bench/results}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the built system beside its baselines, in one run.")
public final class Main implements Callable<Integer> {
  private static final int FAULT = 1;
  private static final int WRONG_USE = 2;

  @Parameters(paramLabel = "NAME", description = "Which ones (default: all). See --list.")
  private List<String> names = List.of();

  @Option(names = "--list", description = "Prints the names and what they measure.")
  private boolean list;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures as JSON.")
  private @Nullable Path json;

  @Option(names = "--rounds", defaultValue = "5", description = "Rounds of each side (default: 5).")
  private int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "Seconds of a round (default: 10).")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long our side runs before the first round that counts (default: 60).")
  private int warmUp;

  @Option(
      names = "--quick",
      description =
          "A hundredth of the sizes and short rounds: shows that it works, measures nothing.")
  private boolean quick;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Chooses the faults of the fault loop (default: 1).")
  private long seed;

  @Option(
      names = "--minutes",
      defaultValue = "10",
      description = "How long the fault loop goes on (default: 10).")
  private int minutes;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "State folder (default: .shouxin/bench).")
  private @Nullable Path home;

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      description = "Added to every port, so that two beds stand side by side (default: 1200).")
  private int portOffset = Bed.PORT_OFFSET;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "Also writes table and plots there.")
  private @Nullable Path results;

  /** Runs and ends with 0 when all was measured, 1 when something was not, 2 on wrong use. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main())
            .setExecutionExceptionHandler((fault, command, parsed) -> {
              command.getErr().println("shouxin: " + fault.getMessage());
              return FAULT;
            })
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (list) {
      Benchmarks.all().forEach(one -> System.out.printf("%-16s %s%n", one.name(), one.title()));
      return 0;
    }
    for (String name : names) {
      if (Benchmarks.find(name).isEmpty()) {
        System.err.println(
            "shouxin: there is no benchmark " + name + ". See ./shouxin bench --list");
        return WRONG_USE;
      }
    }
    List<Benchmark> chosen =
        Benchmarks.all().stream()
            .filter(one -> names.isEmpty() || names.contains(one.name()))
            .toList();
    Settings settings =
        quick
            ? new Settings(1, 2, 0, false, seed, 0)
            : new Settings(rounds, seconds, warmUp, true, seed, minutes);
    Path state =
        home == null
            ? Path.of(System.getProperty("shouxin.project", ".")).resolve(".shouxin/bench")
            : home;
    Map<Benchmark, List<Figure>> measured = new LinkedHashMap<>();
    try (Bed bed = Bed.start(state, portOffset)) {
      for (Benchmark one : chosen) {
        System.out.println(one.name() + ": " + one.title());
        measured.put(one, one.measure(bed, settings));
        measured.get(one).forEach(figure -> System.out.println("  " + Report.line(figure)));
      }
    }
    Report report = new Report(measured, Machine.here(), settings);
    System.out.println(report.table());
    if (json != null) {
      report.writeJson(json);
    }
    if (results != null) {
      report.write(results);
    }
    return 0;
  }
}
