package org.shouxin.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a process and its children hold, each shared page counted once. */
public final class ResidentMemory {
  private static final String PROPORTIONAL = "Pss:";

  private ResidentMemory() {}

  /** In KiB; 0 when the process has just ended. */
  public static long kib(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .filter(one -> belongs(process, one))
        .mapToLong(one -> ofOne(one.pid()))
        .sum();
  }

  /** The launcher's children are components of their own. */
  private static boolean belongs(ProcessHandle root, ProcessHandle one) {
    String command = root.info().command().orElse("");
    return one.equals(root) || command.endsWith("postgres");
  }

  private static long ofOne(long pid) {
    try {
      Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
      if (!Files.isReadable(file)) {
        return fromPs(pid);
      }
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(PROPORTIONAL))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }

  private static long fromPs(long pid) throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
    String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return answer.isBlank() ? 0 : Long.parseLong(answer.strip());
  }
}
