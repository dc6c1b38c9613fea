package org.shouxin.audit.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** The ids of a leak's sample, each once, in the database's order of UUIDs. */
final class LeakedPeople {
  /** Most people of one trace (issue 5 item 6). */
  static final int MOST = 1_000_000;

  private static final Comparator<UUID> DATABASE_ORDER =
      (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0
            ? high
            : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
      };

  private final List<UUID> sorted = new ArrayList<>();

  private LeakedPeople(List<UUID> ids) {
    ids.sort(DATABASE_ORDER);
    for (UUID id : ids) {
      if (sorted.isEmpty() || !sorted.getLast().equals(id)) {
        sorted.add(id);
      }
    }
  }

  static LeakedPeople of(Collection<UUID> ids) {
    return new LeakedPeople(new ArrayList<>(ids));
  }

  /**
   * Reads one id a line, UTF-8; empty lines are skipped.
   *
   * @throws ProblemException {@code ID_MALFORMED} naming the line, never what stands there; {@code
   *     REQUEST_INVALID} for none or too many
   */
  static LeakedPeople read(InputStream lines) throws IOException {
    List<UUID> ids = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          ids.add(parse(line.strip(), number));
        }
        if (ids.size() > MOST) {
          throw new ProblemException(
              ProblemCode.REQUEST_INVALID, "at most " + MOST + " people in one trace");
        }
      }
    }
    if (ids.isEmpty()) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "the sample names nobody");
    }
    return new LeakedPeople(ids);
  }

  private static UUID parse(String text, int line) {
    try {
      return Ids.parse(text);
    } catch (ProblemException malformed) {
      throw new ProblemException(ProblemCode.ID_MALFORMED, "line " + line, malformed);
    }
  }

  int size() {
    return sorted.size();
  }

  /** Neighbouring ids, at most so many at a time: each chunk is one range of the index. */
  List<List<UUID>> chunks(int most) {
    List<List<UUID>> chunks = new ArrayList<>();
    for (int from = 0; from < sorted.size(); from += most) {
      chunks.add(sorted.subList(from, Math.min(sorted.size(), from + most)));
    }
    return chunks;
  }
}
