package org.shouxin.audit.retention;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/**
 * Times the recomputation of every due date of a controller (R-RC-09): {@code RetentionBench
 * [CUSTOMERS]}, each with an identity file of two classes, a policy and a consent, from a
 * PostgreSQL of its own. First as of the day before the law of 2025-01-01 (all dates are new), then
 * on that day (RT-03 goes from 5 to 10 years), then once more when nothing moves. Beside each
 * stands the bare update of as many rows by one addition. Prints {@code {name, value, unit,
 * baseline, ratio}}.
 */
public final class RetentionBench {
  private static final ControllerId DONGHAI = new ControllerId("ctl-donghai");
  private static final String[] SEED = {
    "insert into retention_controller (controller_id) values ('ctl-donghai')",
    """
    insert into retention_item (id, controller_id, subject_ref, store, record_ref, class, kind, start_event,
                                start_on, insurer, branch, reported_at)
    select uuidv7(), 'ctl-donghai', md5('person' || n)::uuid::text, p.store,
           case when p.part = 0 then '' else md5(p.part || 'record' || n)::uuid::text end, p.class, p.kind, p.event,
           case when p.class = 'RT-03' then null else date '2010-01-01' + n %% 5000 end, '平安产险', 'HQ', now()
      from generate_series(1, %d) n,
           (values (0, 'records', 'RT-15', 'IDENTITY', 'LAST_CONTACT'), (0, 'records', 'RT-03', 'IDENTITY', 'RELATIONSHIP_ENDED'),
                   (1, 'records', 'RT-02', 'POLICY', 'CONTRACT_ENDED'), (2, 'consent', 'RT-06', 'CONSENT', 'PROCESSING_ENDED'))
             as p (part, store, class, kind, event)\
    """,
    "vacuum analyze retention_item"
  };

  private RetentionBench() {}

  public static void main(String[] args) throws IOException, SQLException {
    int customers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setServerConfig("max_wal_size", "4GB").start()) {
      DataSource source = server.getPostgresDatabase();
      Flyway.configure()
          .dataSource(source)
          .initSql(
              "do $$ begin create role audit; exception when duplicate_object then null; end $$")
          .locations("classpath:db/migration")
          .load()
          .migrate();
      for (String statement : SEED) {
        execute(source, statement.formatted(customers));
      }
      double bare = bare(source);
      Timed first;
      Timed law;
      Timed still;
      try (AgroalDataSource pool = pool(server)) {
        Database database = new Database(pool);
        first = recompute(database, LocalDate.parse("2024-12-31"));
        law = recompute(database, LocalDate.parse("2025-01-01"));
        still = recompute(database, LocalDate.parse("2025-01-01"));
      }
      require(law.moved() > 0, "the law moved nothing");
      require(still.moved() == 0, "a second run moved something");
      System.out.println(
          new ObjectMapper()
              .writeValueAsString(
                  List.of(
                      result("retention.first." + customers, first.seconds(), bare),
                      result("retention.law-changed." + customers, law.seconds(), bare),
                      Map.of(
                          "name", "retention.law-changed.moved",
                          "value", law.moved(),
                          "unit", "due dates"),
                      result("retention.nothing-moved." + customers, still.seconds(), bare))));
    }
  }

  /** As the service has it: a page takes a connection that is there. */
  private static AgroalDataSource pool(EmbeddedPostgres server) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(pool ->
                pool.maxSize(1)
                    .connectionFactoryConfiguration(connection ->
                        connection
                            .jdbcUrl(server.getJdbcUrl("postgres", "postgres"))
                            .principal(new NamePrincipal("postgres")))));
  }

  private record Timed(double seconds, int moved) {}

  private static Timed recompute(Database database, LocalDate today) {
    long begun = System.nanoTime();
    int moved = 0;
    Optional<DueDates.Page> page = page(database, new UUID(0, 0), today);
    while (page.isPresent()) {
      moved += page.get().moved();
      page = page(database, page.get().last(), today);
    }
    return new Timed((System.nanoTime() - begun) / 1e9, moved);
  }

  /** A page and its transaction, as the daily job has them. */
  private static Optional<DueDates.Page> page(Database database, UUID after, LocalDate today) {
    return database.write(
        DONGHAI, handle -> new DueDates().page(handle, DONGHAI, after, 500, today, Instant.now()));
  }

  /** Rolled back, so that it leaves nothing but dead rows, which are cleaned away. */
  private static double bare(DataSource source) throws SQLException {
    double seconds;
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      long begun = System.nanoTime();
      statement.execute(
          "update retention_item set due_on = start_on + interval '10 years', rule_version = 1");
      seconds = (System.nanoTime() - begun) / 1e9;
      connection.rollback();
    }
    execute(source, "vacuum full analyze retention_item");
    return seconds;
  }

  private static void execute(DataSource source, String statement) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static Map<String, Object> result(String name, double seconds, double baseline) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("name", name);
    result.put("value", Math.round(seconds * 1e3) / 1e3);
    result.put("unit", "s");
    result.put("baseline", Math.round(baseline * 1e3) / 1e3);
    result.put("ratio", Math.round(seconds / baseline * 1e3) / 1e3);
    return result;
  }
}
