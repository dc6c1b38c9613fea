package org.shouxin.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Load by wrk with a script of this package. wrk is a closed loop: its latencies are those at the
 * rate that it found, not at a rate of ours.
 */
final class Wrk {
  private static final String COMMON = "common.lua";
  private static final double MICROS_PER_MILLI = 1_000;

  private Wrk() {}

  /**
   * One sample.
   *
   * @param script a file of this package; each connection is a thread with a script of its own
   * @param arguments handed to the script's {@code init}
   */
  static Sample run(
      URI url, String script, int connections, int seconds, String token, List<String> arguments) {
    return run(url, script, connections, seconds, token, arguments, "");
  }

  /** One sample of a script that finds more Lua, such as a table of bodies, before it. */
  static Sample run(
      URI url,
      String script,
      int connections,
      int seconds,
      String token,
      List<String> arguments,
      String before) {
    try {
      Path file = Files.createTempFile("bench", ".lua");
      Files.writeString(file, read(COMMON) + before + read(script));
      List<String> command = new ArrayList<>();
      command.addAll(
          List.of("-t", Integer.toString(connections), "-c", Integer.toString(connections)));
      command.addAll(List.of("-d", seconds + "s", "--timeout", "10s", "-s", file.toString()));
      command.addAll(List.of(url.toString(), "--"));
      command.addAll(arguments);
      String printed = Tool.WRK.run(Map.of("BENCH_TOKEN", token), command);
      Files.delete(file);
      printed
          .lines()
          .filter(line -> line.startsWith("status "))
          .limit(3)
          .forEach(line -> System.out.println("    " + line));
      return parse(printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sample parse(String printed) {
    int from = printed.indexOf("{\"requests\"");
    if (from < 0) {
      throw new BenchException("wrk printed no summary: " + printed);
    }
    try {
      JsonNode json = new ObjectMapper().readTree(printed.substring(from));
      long errors = json.path("errors").asLong();
      double seconds = json.path("duration").asDouble() / 1_000_000;
      return new Sample(
          (json.path("requests").asLong() - json.path("status").asLong()) / seconds,
          json.path("p50").asDouble() / MICROS_PER_MILLI,
          json.path("p99").asDouble() / MICROS_PER_MILLI,
          errors,
          Map.of());
    } catch (JsonProcessingException e) {
      throw new BenchException("wrk's summary cannot be read: " + printed, e);
    }
  }

  private static String read(String script) throws IOException {
    try (InputStream in = Objects.requireNonNull(Wrk.class.getResourceAsStream(script), script)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
