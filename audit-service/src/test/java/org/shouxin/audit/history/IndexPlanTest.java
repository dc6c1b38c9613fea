package org.shouxin.audit.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.testing.PostgresServer;

/** Each question to the index is answered by an index of its own, whatever the table's size. */
class IndexPlanTest {
  private static final ControllerId DONGHAI = new ControllerId("ctl-donghai");
  private static final Instant DAY = Instant.parse("2026-05-05T16:00:00Z");
  private static final int EVENTS = 120_000;

  private static Database database = new Database(new PGSimpleDataSource());

  @BeforeAll
  static void aYearOfAccesses() throws SQLException {
    PostgresServer.get().database("audit");
    String url = PostgresServer.get().database("audit_plans");
    Flyway.configure()
        .dataSource(url, "audit_plans_owner", PostgresServer.get().password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
    try (Connection administrator = PostgresServer.get().administrator("audit_plans");
        Statement statement = administrator.createStatement()) {
      statement.execute("set session_replication_role = replica");
      GeneratedYear.fill(administrator, EVENTS);
    }
    PGSimpleDataSource runtime = new PGSimpleDataSource();
    runtime.setUrl(url);
    runtime.setUser("audit_plans");
    runtime.setPassword(PostgresServer.get().password());
    database = new Database(runtime);
  }

  @Test
  void oneEmployeesDayIsFoundByTheIndexOfActors() {
    Map<String, Object> day =
        Map.of("actorId", "E123", "from", DAY, "until", DAY.plusSeconds(86_400));
    assertThat(plan(day)).contains("audit_event_202605_controller_id_actor_id_");
    assertThat(new EventIndex(database).search(DONGHAI, day, null, 50)).isNotEmpty();
  }

  @Test
  void theSameDayByPurposeDecisionAndBranchNeedsNoOtherPath() {
    Map<String, Object> narrowed =
        Map.of(
            "actorId",
            "E123",
            "purpose",
            "P-04",
            "permitted",
            true,
            "branch",
            "HQ",
            "from",
            DAY,
            "until",
            DAY.plusSeconds(86_400));
    assertThat(plan(narrowed)).contains("audit_event_202605_controller_id_actor_id_");
  }

  @Test
  void onePersonsEventsAreFoundByTheIndexOfSubjects() {
    UUID person = UUID.fromString("00000000-0000-4000-8000-000000000042");
    assertThat(plan(Map.of("subject", person)))
        .contains("audit_event_202605_controller_id_subject_ref_");
  }

  @Test
  void aTimeAloneIsFoundByTheIndexOfTimes() {
    assertThat(plan(Map.of("from", DAY, "until", DAY.plusSeconds(3_600))))
        .contains("audit_event_202605_controller_id_occurred_at_");
  }

  /** The plan of a search; no month and not the log is ever read from end to end. */
  private static String plan(Map<String, Object> values) {
    List<String> lines =
        database.read(
            DONGHAI,
            handle ->
                handle
                    .createQuery("explain " + EventIndex.searching(values.keySet()))
                    .bind("controller", DONGHAI.value())
                    .bind("index", 0)
                    .bind("rows", 50)
                    .bindMap(values)
                    .mapTo(String.class)
                    .list());
    assertThat(lines)
        .noneMatch(line -> line.matches(".*Seq Scan on (audit_event_\\d{6}|log_entry).*"));
    return String.join("\n", lines);
  }
}
