package org.shouxin.audit.monitor.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The rules that the product ships, as the migration puts them into the database (a test compares).
 */
public final class ShippedRules {
  public static final String VERSION = "shipped";

  private ShippedRules() {}

  public static RuleSet get() {
    try (InputStream in = ShippedRules.class.getResourceAsStream("shipped-rules.csv")) {
      String text =
          new String(
              Objects.requireNonNull(in, "shipped-rules.csv").readAllBytes(),
              StandardCharsets.UTF_8);
      List<Rule> rules =
          text.lines().skip(1).filter(line -> !line.isBlank()).map(ShippedRules::rule).toList();
      return new RuleSet(VERSION, new Levels(30, 60, 100, 200), new WorkingHours(7, 21), rules);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Rule rule(String line) {
    String[] cells = line.split(",", -1);
    return new Rule(
        Signal.valueOf(cells[0]),
        cells[1],
        Double.parseDouble(cells[2]),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]),
        Double.parseDouble(cells[5]),
        Double.parseDouble(cells[6]));
  }
}
