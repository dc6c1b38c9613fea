package org.shouxin.bench.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The wall clock of the whole installation jumps, when it runs under libfaketime and reads its
 * offset from a file ({@code docs/performance.md}); what measures durations does not.
 */
final class MovedClock {
  private static final int MOST_MILLIS = 5_000;
  private static final List<Integer> SECONDS = List.of(-3_600, -90, -2, 2, 90, 3_600);

  private MovedClock() {}

  /** Nothing where the clock is the machine's. */
  static List<Fault> faults() {
    @Nullable String file = System.getenv("FAKETIME_TIMESTAMP_FILE");
    if (file == null) {
      return List.of();
    }
    Path offset = Path.of(file);
    return Stream.of(SECONDS)
        .flatMap(List::stream)
        .map(seconds ->
            new Fault(
                "the clock set %s by %d s"
                    .formatted(seconds < 0 ? "back" : "ahead", Math.abs(seconds)),
                MOST_MILLIS,
                (installation, random) -> {
                  set(offset, seconds);
                  return () -> set(offset, 0);
                }))
        .toList();
  }

  private static void set(Path offset, int seconds) {
    try {
      Files.writeString(offset, "%+d\n".formatted(seconds), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
