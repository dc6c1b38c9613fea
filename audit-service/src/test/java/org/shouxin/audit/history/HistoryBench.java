package org.shouxin.audit.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/**
 * Times one employee's day in a year of accesses (R-AC-05: below 3 s at 10 million): {@code
 * HistoryBench [EVENTS]}. All pages of the day, 50 rows each, from a PostgreSQL of its own; prints
 * a JSON list of {@code {name, value, unit, baseline, ratio}}, the baseline being the required 3 s.
 */
public final class HistoryBench {
  private static final ControllerId DONGHAI = new ControllerId("ctl-donghai");
  private static final double REQUIRED_SECONDS = 3;
  private static final int DAYS = 30;

  private HistoryBench() {}

  public static void main(String[] args) throws IOException, SQLException {
    int events = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setServerConfig("max_wal_size", "4GB").start()) {
      Flyway.configure()
          .dataSource(server.getPostgresDatabase())
          .initSql(
              "do $$ begin create role audit; exception when duplicate_object then null; end $$")
          .locations("classpath:db/migration")
          .load()
          .migrate();
      try (Connection connection = server.getPostgresDatabase().getConnection()) {
        GeneratedYear.fill(connection, events);
      }
      EventIndex index = new EventIndex(new Database(server.getPostgresDatabase()));
      List<Double> days = new ArrayList<>();
      long rows = 0;
      for (int day = 0; day < DAYS; day++) {
        long begun = System.nanoTime();
        rows +=
            wholeDay(
                index,
                "E" + day * 17,
                Instant.parse("2026-09-01T16:00:00Z").plusSeconds(86_400L * day));
        days.add((System.nanoTime() - begun) / 1e9);
      }
      days.sort(null);
      System.out.println(
          new ObjectMapper()
              .writeValueAsString(
                  List.of(
                      result("history.day.median", days.get(DAYS / 2)),
                      result("history.day.slowest", days.getLast()),
                      Map.of("name", "history.day.rows", "value", rows / DAYS, "unit", "rows"))));
    }
  }

  private static long wholeDay(EventIndex index, String employee, Instant from) {
    Map<String, Object> day =
        Map.of("actorId", employee, "from", from, "until", from.plusSeconds(86_400));
    long seen = 0;
    List<IndexedEntry> page = index.search(DONGHAI, day, null, 50);
    while (!page.isEmpty()) {
      seen += page.size();
      IndexedEntry last = page.getLast();
      page =
          index.search(
              DONGHAI, day, new EventIndex.Position(last.occurredAt(), last.logIndex()), 50);
    }
    return seen;
  }

  private static Map<String, Object> result(String name, double seconds) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("name", name);
    result.put("value", Math.round(seconds * 1e4) / 1e4);
    result.put("unit", "s");
    result.put("baseline", REQUIRED_SECONDS);
    result.put("ratio", Math.round(seconds / REQUIRED_SECONDS * 1e5) / 1e5);
    return result;
  }
}
