package org.shouxin.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouxin.audit.retention.Filing.identity;
import static org.shouxin.audit.retention.Filing.somebody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Ids;

/** From the daily job to the certificate: what audit-service itself keeps falls due (RT-11). */
@QuarkusTest
@AuditServiceTest
@NullUnmarked
class OwnFilesEndTest {
  private static final LocalDate DAY = LocalDate.parse("2026-02-01");
  private static final String PLANS = "/v1/destruction/plans";

  @Inject RetentionJob job;
  @Inject Database database;

  private final String name = "ctl-own-" + somebody().toString().substring(0, 8);
  private final Filing filing = new Filing(name);

  @Test
  void incidentsAndReportsThatFellDueAreDestroyedByAWitnessedPlanAndWhatIsHeldStays() {
    UUID incident = incident();
    UUID held = incident();
    hold(held);
    UUID report = report();
    filing.report(identity(somebody(), "2026-01-01"));

    job.run(filing.controller, DAY);

    List<Map<String, Object>> plans = staff("auditor", "2004").get(PLANS).getList("");
    assertThat(plans).hasSize(1);
    String plan = (String) plans.getFirst().get("id");
    assertThat(plans.getFirst()).containsEntry("proposer", "audit-service");
    assertThat(staff("auditor", "2004").get(PLANS + "/" + plan + "/items").getList("recordRef"))
        .containsExactlyInAnyOrder(incident.toString(), report.toString());

    destroy(plan);

    assertThat(rowsOf(incident) + rowsOf(report)).isZero();
    assertThat(rowsOf(held)).isEqualTo(2);
    assertThat(filing.fileState(incident)).isEqualTo("DESTROYED");
    assertThat(filing.fileState(held)).isEqualTo("KEPT");
    assertThat(Staff.events(incident.toString())).containsExactly("record.destroyed");
    assertThat(Staff.events(report.toString())).containsExactly("record.destroyed");
    job.run(filing.controller, DAY.plusDays(1));
    assertThat(staff("auditor", "2004").get(PLANS).getList("")).hasSize(1);
  }

  private void destroy(String plan) {
    String path = PLANS + "/" + plan;
    Map<String, Object> named =
        Map.of("scopeDigest", staff("auditor", "2004").get(path).getString("scopeDigest"));
    staff("supervisor", "2002").post(path + "/approval", named).then().statusCode(200);
    staff("operator", "2003")
        .post(path + "/execution", Map.of("witness", "2004"))
        .then()
        .statusCode(200);
    JsonPath view = staff("auditor", "2004").get(path);
    for (int i = 0; i < 300 && view.getString("state").equals("EXECUTING"); i++) {
      database.systemRead(handle -> handle.execute("select pg_sleep(0.1)"));
      view = staff("auditor", "2004").get(path);
    }
    assertThat(view.getString("state")).isEqualTo("EXECUTED");
    staff("auditor", "2004").post(path + "/witnessing", named).then().statusCode(200);
  }

  private Staff staff(String role, String number) {
    return Staff.employee(name, role, number);
  }

  /** Closed long ago, with its step. */
  private UUID incident() {
    UUID id = Ids.next();
    return database.write(
        filing.controller,
        handle -> {
          handle.execute(
              "insert into incident values (?, ?, false, 'ALERT', 'x', now(), now(), '1001')",
              filing.controller,
              id);
          handle.execute(
              "insert into incident_step values (?, ?, 1, 'CLOSED', '2019-03-31T15:00:00Z', '1001', '{}')",
              filing.controller,
              id);
          return id;
        });
  }

  private UUID report() {
    UUID id = Ids.next();
    return database.write(
        filing.controller,
        handle -> {
          handle.execute(
              "insert into whistle_report (controller_id, id, filed_on, state, first_handler,"
                  + " second_handler, code_hash, identity, text_first, text_second, reply_key,"
                  + " reply_secret, watch_index, watch_until, closed_on) values (?, ?, '2019-01-01',"
                  + " 'CLOSED', '1', '2', '\\x00', '\\x00', '\\x00', '\\x00', 'k', '\\x00', '\\x00',"
                  + " '2020-01-01', '2019-03-31')",
              filing.controller,
              id);
          handle.execute(
              "insert into whistle_digest values (?, ?, '2019-01-02', '\\x00', '\\x00')",
              filing.controller,
              id);
          return id;
        });
  }

  private void hold(UUID incident) {
    UUID id = Ids.next();
    database.write(
        filing.controller,
        handle -> {
          handle.execute(
              "insert into legal_hold (controller_id, id, scope, record_ref, reason, placed_by,"
                  + " placed_at) values (?, ?, 'CASE', ?, 'a lawsuit is pending', '1001', now())",
              filing.controller,
              id,
              incident.toString());
          return handle.execute(
              "insert into legal_hold_step (controller_id, hold_id, sequence, kind, employee_no,"
                  + " reason, at) values (?, ?, 1, 'APPROVED', '1002', '', now())",
              filing.controller,
              id);
        });
  }

  private int rowsOf(UUID file) {
    return database.read(
        filing.controller,
        handle ->
            handle
                .createQuery(
                    "select (select count(*) from incident where id = :id)"
                        + " + (select count(*) from incident_step where incident_id = :id)"
                        + " + (select count(*) from whistle_report where id = :id)"
                        + " + (select count(*) from whistle_digest where report_id = :id)")
                .bind("id", file)
                .mapTo(Integer.class)
                .one());
  }
}
