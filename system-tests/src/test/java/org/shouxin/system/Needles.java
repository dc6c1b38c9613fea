package org.shouxin.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Many values of at least eight bytes, looked for in one pass through a file's bytes. */
final class Needles {
  private final Map<Long, Map<String, byte[]>> byStart = new HashMap<>();

  Needles text(String name, String value) {
    return bytes(name, value.getBytes(StandardCharsets.UTF_8));
  }

  Needles bytes(String name, byte[] value) {
    long start = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      start = (start << 8) | (value[i] & 0xff);
    }
    byStart.computeIfAbsent(start, _ -> new HashMap<>()).put(name, value);
    return this;
  }

  /** Names of the values that a file holds; none of a file that is gone meanwhile. */
  Set<String> in(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in(in.readAllBytes());
    } catch (NoSuchFileException gone) {
      return Set.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Set<String> in(byte[] content) {
    Set<String> found = new LinkedHashSet<>();
    long window = 0;
    for (int i = 0; i < content.length; i++) {
      window = (window << 8) | (content[i] & 0xff);
      Map<String, byte[]> candidates = i < Long.BYTES - 1 ? null : byStart.get(window);
      if (candidates != null) {
        int from = i - Long.BYTES + 1;
        candidates.forEach((name, value) -> {
          int to = from + value.length;
          if (to <= content.length && Arrays.equals(content, from, to, value, 0, value.length)) {
            found.add(name);
          }
        });
      }
    }
    return found;
  }
}
