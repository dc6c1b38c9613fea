package org.shouxin.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds, in the log of a process that ended, a cause that people can do something about. */
final class LogTail {
  private static final int TAIL_BYTES = 64 * 1024;

  private record Cause(String sign, String remedy) {}

  private static final List<Cause> CAUSES =
      List.of(
          new Cause("No space left on device", "The disk is full: free some space first. "),
          new Cause("Address already in use", "Its port is taken by another program. "),
          new Cause("OutOfMemoryError", "It ran out of memory. "),
          new Cause("Cannot allocate memory", "The machine ran out of memory. "));

  private static final Pattern REFUSED_START = Pattern.compile("start refused: [^\\\\\"\\n]+");

  private LogTail() {}

  /** A sentence with the remedy, ending in a blank, or nothing when the log gives no known sign. */
  static String cause(Path log) {
    String tail = read(log);
    return CAUSES.stream()
        .filter(cause -> tail.contains(cause.sign()))
        .map(Cause::remedy)
        .findFirst()
        .orElseGet(() -> refusedStart(tail));
  }

  /** What a start-up check of a service said. */
  private static String refusedStart(String tail) {
    Matcher refusal = REFUSED_START.matcher(tail);
    return refusal.find() ? "Its " + refusal.group() + ". " : "";
  }

  private static String read(Path log) {
    try (var channel = Files.newByteChannel(log)) {
      channel.position(Math.max(0, channel.size() - TAIL_BYTES));
      return new String(
          java.nio.channels.Channels.newInputStream(channel).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
