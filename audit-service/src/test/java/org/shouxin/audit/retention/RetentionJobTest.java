package org.shouxin.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouxin.audit.retention.Filing.identity;
import static org.shouxin.audit.retention.Filing.policy;
import static org.shouxin.audit.retention.Filing.somebody;
import static org.shouxin.audit.retention.LegalHoldTest.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.platform.database.Database;

@QuarkusTest
@AuditServiceTest
@NullUnmarked
class RetentionJobTest {
  private static final LocalDate DAY = LocalDate.parse("2027-02-01");

  @Inject RetentionJob job;
  @Inject Database database;

  private final String name = "ctl-job-" + somebody().toString().substring(0, 8);
  private final Filing filing = new Filing(name);
  private final UUID lilei = somebody();

  @Test
  void whatIsPastItsPurposeIsRestrictedOnceAndTheRunTellsHowFarItIs() {
    UUID recent = somebody();
    UUID old = somebody();
    filing.report(
        identity(lilei, "2020-01-01"),
        policy(lilei, recent, "2025-04-01", "2026-03-31"),
        policy(lilei, old, "2023-04-01", "2024-03-31"));

    job.run(filing.controller, DAY);
    job.run(filing.controller, DAY);

    assertThat(filing.state(lilei, old.toString())).isEqualTo("RESTRICTED");
    assertThat(filing.state(lilei, recent.toString())).isEqualTo("KEPT");
    assertThat(filing.state(lilei, "")).isEqualTo("KEPT");
    JsonPath runs = Staff.employee(name, "compliance-officer", "1001").get("/v1/retention/runs");
    assertThat(runs.getList("runOn")).containsExactly("2027-02-01");
    assertThat(runs.getInt("[0].restricted")).isEqualTo(1);
    assertThat(runs.getString("[0].finishedAt")).isNotNull();
  }

  @Test
  void whatIsDueIsProposedOnceAndWhatIsHeldOrNotOverNever() {
    UUID held = somebody();
    UUID running = somebody();
    for (UUID person : List.of(lilei, held, running)) {
      filing.report(
          identity(person, "2010-01-01"), policy(person, person, "2009-07-01", "2010-06-30"));
    }
    filing.report(policy(running, somebody(), "2026-01-01", null));
    String hold = Staff.employee(name, "compliance-officer", "1001").place(person(held));
    Staff.employee(name, "supervisor", "1010")
        .post("/v1/legal-holds/" + hold + "/approval", Map.of())
        .then()
        .statusCode(200);

    job.run(filing.controller, DAY);
    job.run(filing.controller, DAY.plusDays(1));

    JsonPath plans =
        Staff.employee(name, "compliance-officer", "1001").get("/v1/destruction/plans");
    assertThat(plans.getList("state")).containsExactly("PROPOSED");
    assertThat(plans.getString("[0].proposer")).isEqualTo("audit-service");
    assertThat(plans.getList("[0].remaining.collect { it.subjectRef + ' ' + it.method }"))
        .containsExactlyInAnyOrder(
            lilei + " SHRED_KEY", lilei + " DELETE_ROWS", running + " DELETE_ROWS");
    assertThat(filing.state(lilei, "")).isEqualTo("PLANNED");
    assertThat(filing.state(held, held.toString())).isEqualTo("RESTRICTED");
    assertThat(filing.state(running, "")).isEqualTo("KEPT");
  }

  @Test
  void anIncidentsFileIsKeptFromItsClosingAndOpenOnesHaveNoDueDay() {
    UUID closed = somebody();
    UUID open = somebody();
    filing.report(identity(lilei, "2026-01-01"));
    database.write(
        filing.controller,
        handle -> {
          for (UUID incident : List.of(closed, open)) {
            handle.execute(
                "insert into incident values (?, ?, false, 'ALERT', 'x', now(), now(), '1001')",
                filing.controller,
                incident);
          }
          return handle.execute(
              "insert into incident_step values (?, ?, 1, 'CLOSED', '2026-03-31T15:00:00Z', '1001', '{}')",
              filing.controller,
              closed);
        });

    job.run(filing.controller, DAY);

    List<String> due =
        database.read(
            filing.controller,
            handle ->
                handle
                    .createQuery(
                        "select record_ref || ' ' || class || ' ' || coalesce(due_on::text, '-')"
                            + " from retention_item where store = 'audit'")
                    .mapTo(String.class)
                    .list());
    assertThat(due).containsExactlyInAnyOrder(closed + " RT-11 2031-03-31", open + " RT-11 -");
  }

  @Test
  void aRunThatAnotherReplicaIsAtIsLeftToIt() {
    UUID old = somebody();
    filing.report(identity(lilei, "2020-01-01"), policy(lilei, old, "2023-04-01", "2024-03-31"));

    database.systemWrite(handle -> {
      handle
          .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 80))::text")
          .bind(0, name)
          .mapTo(String.class)
          .one();
      CompletableFuture.runAsync(() -> job.run(filing.controller, DAY)).join();
      return true;
    });
    assertThat(filing.state(lilei, old.toString())).isEqualTo("KEPT");

    job.run(filing.controller, DAY);
    assertThat(filing.state(lilei, old.toString())).isEqualTo("RESTRICTED");
  }

  @Test
  void aRunKilledBetweenTwoPagesGoesOnAfterTheLastOneThatWasCommitted() {
    UUID hanmei = somebody();
    filing.report(
        identity(lilei, "2020-01-01"), policy(lilei, somebody(), "2023-04-01", "2024-03-31"));
    filing.report(
        identity(hanmei, "2020-01-01"), policy(hanmei, somebody(), "2023-04-01", "2024-03-31"));
    RetentionRuns.Place start = job.begin(filing.controller, DAY).orElseThrow();
    RetentionRuns.Place second = job.page(filing.controller, DAY, start, 1).orElseThrow();
    assertThat(job.begin(filing.controller, DAY)).as("any replica").contains(second);
    dueDaysAre("2100-01-01");

    job.run(filing.controller, DAY);

    assertThat(dueDays(lilei)).as("her page was committed").containsOnly("2100-01-01");
    assertThat(dueDays(hanmei)).doesNotContain("2100-01-01");
    assertThat(job.begin(filing.controller, DAY)).as("it ended").isEmpty();
  }

  private void dueDaysAre(String day) {
    database.write(
        filing.controller,
        handle -> handle.execute("update retention_item set due_on = cast(? as date)", day));
  }

  private List<String> dueDays(UUID person) {
    return database.read(
        filing.controller,
        handle ->
            handle
                .createQuery("select due_on::text from retention_item where subject_ref = ?")
                .bind(0, person.toString())
                .mapTo(String.class)
                .list());
  }

  @Test
  void aPersonWhoIsInBusinessAgainIsUsedAgain() {
    filing.report(
        identity(lilei, "2010-01-01"), policy(lilei, somebody(), "2019-07-01", "2020-06-30"));
    job.run(filing.controller, LocalDate.parse("2026-01-01"));
    assertThat(filing.state(lilei, "")).isEqualTo("RESTRICTED");

    filing.report(policy(lilei, somebody(), "2026-04-01", null));

    assertThat(filing.state(lilei, "")).isEqualTo("KEPT");
  }
}
