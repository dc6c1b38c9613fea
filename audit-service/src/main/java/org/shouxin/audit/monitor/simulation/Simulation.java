package org.shouxin.audit.monitor.simulation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.shouxin.audit.monitor.rule.RuleSet;
import org.shouxin.audit.monitor.rule.ShippedRules;

/**
 * Prints how the shipped rules do and writes the figures: {@code Simulation [--json FILE|-]
 * [--seeds N]}; {@code -} prints them after the table. The worst of all seeds stands for each
 * insider.
 */
public final class Simulation {
  private static final double WANTED_BEFORE = 100;
  private static final double ALLOWED_BLOCKS_PERCENT = 0.5;
  private static final double CHANCE = 0.5;
  private static final int SLOW_EACH = 60;

  private final RuleSet rules = ShippedRules.get();
  private final List<Figure> figures = new ArrayList<>();
  private final PrintStream out;

  private Simulation(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    int seeds = 3;
    String json = "";
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      switch (arguments[i]) {
        case "--json" -> json = arguments[i + 1];
        case "--seeds" -> seeds = Integer.parseInt(arguments[i + 1]);
        default -> throw new IllegalArgumentException("only --json FILE and --seeds N are known");
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Figure> figures = new Simulation(out).run(seeds);
    String list = figures.stream().map(Figure::json).collect(Collectors.joining(",\n", "[", "]\n"));
    if (json.equals("-")) {
      out.print(list);
    } else if (!json.isEmpty()) {
      Files.writeString(Path.of(json), list);
    }
  }

  private List<Figure> run(int seeds) {
    out.printf("rules %s, seeds 1 to %d%n%n", rules.version(), seeds);
    insiders(seeds);
    normalMonths(seeds);
    slowLeaks();
    return figures;
  }

  private void insiders(int seeds) {
    out.printf("%-32s %10s %12s %12s%n", "insider", "wanted", "blocked at", "gone by then");
    for (Insider insider : Insider.values()) {
      int blockedAt = 0;
      int gone = 0;
      for (int seed = 1; seed <= seeds; seed++) {
        Heist heist = Heist.of(insider, rules, new Random(seed));
        blockedAt = Math.max(blockedAt, heist.blockedAt());
        gone = Math.max(gone, heist.gone());
      }
      out.printf("%-32s %10d %12d %12d%n", insider, insider.wanted(), blockedAt, gone);
      String name = insider.name().toLowerCase(Locale.ROOT);
      figure("monitor." + name + ".blocked-at", blockedAt, "record", WANTED_BEFORE);
    }
  }

  private void normalMonths(int seeds) {
    int days = 0;
    double[] sums = new double[3];
    for (int seed = 1; seed <= seeds; seed++) {
      Random random = new Random(seed);
      NormalMonths months = new NormalMonths(rules);
      months.play(new Company(random).workers(), random);
      days += months.actorDays();
      sums[0] += months.warned() / seeds;
      sums[1] += months.steppedUp() / seeds;
      sums[2] += months.blocked() / seeds;
    }
    out.printf(
        "%nhonest actor-days %d: warned %.2f %%, stepped up %.2f %%, blocked %.2f %%%n",
        days, 100 * sums[0], 100 * sums[1], 100 * sums[2]);
    figure("monitor.false-blocks", 100 * sums[2], "% of actor-days", ALLOWED_BLOCKS_PERCENT);
    figure("monitor.false-step-ups", 100 * sums[1], "% of actor-days", ALLOWED_BLOCKS_PERCENT);
  }

  private void slowLeaks() {
    Roc roc = new SlowLeaks(rules).play(SLOW_EACH, new Random(1));
    out.printf(
        "%nslow leaks, 10 to 20 a day above own work, 7 weeks: AUC %.3f%n", roc.areaUnderCurve());
    out.printf("%10s %14s %10s%n", "threshold", "false alarms", "found");
    figure("monitor.slow.auc", roc.areaUnderCurve(), "1", CHANCE);
    for (double threshold : new double[] {2, 4, 6, 8, 10, 12, 15, 20}) {
      Roc.Point point = roc.at(threshold);
      out.printf("%10.0f %14.3f %10.3f%n", threshold, point.falseAlarms(), point.found());
      figure(
          "monitor.slow.found-at-%.0f".formatted(threshold),
          point.found(),
          "share, false alarms are the baseline",
          Math.max(1.0 / SLOW_EACH, point.falseAlarms()));
    }
  }

  private void figure(String name, double value, String unit, double baseline) {
    figures.add(new Figure(name, value, unit, baseline));
  }
}
