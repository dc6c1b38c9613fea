package org.shouxin.launcher.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** As much of what was erased at one controller as one statement takes (R-RC-08). */
record Portion<T extends Erased>(String controllerId, List<T> erased) {
  private static final int MOST = 1_000;

  /** All of it, in portions. */
  static <T extends Erased> List<Portion<T>> of(Collection<T> erased) {
    List<Portion<T>> portions = new ArrayList<>();
    erased.stream()
        .collect(Collectors.groupingBy(Erased::controllerId, TreeMap::new, Collectors.toList()))
        .forEach((controller, all) -> {
          for (int from = 0; from < all.size(); from += MOST) {
            portions.add(
                new Portion<>(controller, all.subList(from, Math.min(all.size(), from + MOST))));
          }
        });
    return portions;
  }

  /** One value of each, in their order, as an array of a type of PostgreSQL. */
  Array array(Connection connection, String type, Function<T, @Nullable Object> value)
      throws SQLException {
    return connection.createArrayOf(type, erased.stream().map(value).toArray());
  }
}
