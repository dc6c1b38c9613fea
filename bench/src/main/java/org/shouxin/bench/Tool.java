package org.shouxin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program from the distribution's packages, installed when it is missing. */
final class Tool {
  static final Tool WRK = new Tool("wrk", "wrk", "/usr/bin/wrk");
  static final Tool PGBENCH =
      new Tool("pgbench", "postgresql-15", "/usr/lib/postgresql/*/bin/pgbench");

  private static final int LONGEST_MINUTES = 30;

  private final String name;
  private final String packageName;
  private final String usualPlace;

  private Tool(String name, String packageName, String usualPlace) {
    this.name = name;
    this.packageName = packageName;
    this.usualPlace = usualPlace;
  }

  /** Runs it and returns what it printed. */
  String run(Map<String, String> environment, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(path().toString());
    command.addAll(arguments);
    return execute(command, environment);
  }

  private Path path() {
    return find()
        .orElseGet(() -> {
          System.out.println("Installing " + packageName + " ...");
          execute(
              List.of(
                  "sh",
                  "-c",
                  "apt-get update -q && apt-get install -q -y --no-install-recommends "
                      + packageName),
              Map.of("DEBIAN_FRONTEND", "noninteractive"));
          return find()
              .orElseThrow(() ->
                  new BenchException("There is no " + name + ". Install " + packageName + "."));
        });
  }

  private Optional<Path> find() {
    int star = usualPlace.indexOf('*');
    if (star < 0) {
      return Optional.of(Path.of(usualPlace)).filter(Files::isExecutable);
    }
    Path folder = Path.of(usualPlace.substring(0, star));
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(folder)) {
      return versions
          .map(version -> Path.of(version + usualPlace.substring(star + 1)))
          .filter(Files::isExecutable)
          .max(Path::compareTo);
    } catch (IOException unreadable) {
      throw new BenchException("The folder " + folder + " cannot be read.", unreadable);
    }
  }

  /** Runs a command to its end; a status other than 0 is an error that shows its last lines. */
  static String execute(List<String> command, Map<String, String> environment) {
    try {
      Path output = Files.createTempFile("bench", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
      String text = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      if (!ended) {
        process.destroyForcibly();
      }
      if (!ended || process.exitValue() != 0) {
        String end = text.substring(Math.max(0, text.length() - 2_000));
        throw new BenchException(command.getFirst() + " failed: " + end);
      }
      return text;
    } catch (IOException e) {
      throw new BenchException(command.getFirst() + " could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted.", e);
    }
  }
}
