package org.shouxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the figures were measured on, in one line. */
record Machine(String description) {

  static Machine here() throws IOException {
    return new Machine(
        "%d processors (%s), %d GiB, Java %s, load before %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                first("/proc/cpuinfo", "model name"),
                Math.round(
                    Long.parseLong(first("/proc/meminfo", "MemTotal").replaceAll("\\D", ""))
                        / 1048576.0),
                System.getProperty("java.version"),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]));
  }

  private static String first(String file, String key) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }
}
