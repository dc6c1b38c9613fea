package org.shouxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouxin.launcher.postgres.DatabaseName;

/** PostgreSQL's own load generator, on the same server, with prepared statements. */
final class Pgbench {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");
  private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");
  private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([0-9]+)");

  private Pgbench() {}

  /** One sample of a script as the role that owns the service's rows, under its row rules. */
  static Sample run(Bed bed, DatabaseName database, String script, int clients, int seconds) {
    try {
      Path file = Files.createTempFile("bench", ".sql");
      Files.writeString(file, script);
      String printed =
          Tool.PGBENCH.run(
              Map.of(
                  "PGPASSWORD",
                  bed.password(database),
                  "PGOPTIONS",
                  "-c shouxin.controller=" + Bed.CONTROLLER),
              List.of(
                  "-n",
                  "-M",
                  "prepared",
                  "-h",
                  "127.0.0.1",
                  "-p",
                  Integer.toString(bed.postgresPort()),
                  "-U",
                  database.sql(),
                  "-c",
                  Integer.toString(clients),
                  "-j",
                  "2",
                  "-T",
                  Integer.toString(seconds),
                  "-f",
                  file.toString(),
                  database.sql()));
      Files.delete(file);
      return parse(printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sample parse(String printed) {
    return new Sample(
        number(RATE, printed),
        number(LATENCY, printed),
        0,
        (long) number(FAILED, printed),
        Map.of());
  }

  private static double number(Pattern pattern, String printed) {
    Matcher matcher = pattern.matcher(printed);
    if (!matcher.find()) {
      throw new BenchException("pgbench did not say " + pattern + ": " + printed);
    }
    return Double.parseDouble(matcher.group(1));
  }
}
