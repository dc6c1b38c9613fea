package org.shouxin.audit.entry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.testing.PostgresServer;
import org.shouxin.testing.TestTokens;

@QuarkusTest
@AuditServiceTest
class EventIntakeTest {
  private static final UUID LI_LEI = UUID.fromString("5b0f7a52-0d6e-4c9b-9a53-6f1f2a4b8c11");

  @Inject DataSource dataSource;

  private final Reporter reporter = new Reporter();

  @Test
  void eachPositionIsStoredOnceHoweverOftenItIsReported() throws SQLException {
    List<Map<String, Object>> events = Reporter.many(3, LI_LEI);
    for (int attempt = 0; attempt < 3; attempt++) {
      reporter.report(0, events).then().statusCode(200).body("nextPosition", equalTo(3));
    }
    reporter.report(2, events.subList(2, 3)).then().body("nextPosition", equalTo(3));
    assertThat(stored("source_position")).containsExactly("0", "1", "2");
  }

  @Test
  void racingReplaysOfOneBatchAreStoredOnce() throws SQLException {
    List<Map<String, Object>> events = Reporter.many(20, LI_LEI);
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 12)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> reporter.report(0, events).statusCode()))
            .toList();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
    assertThat(stored("source_position")).hasSize(20);
  }

  @Test
  void aDatabaseThatDropsAllConnectionsUnderLoadLosesNothingAndTheLogGoesOnByItself()
      throws SQLException, InterruptedException {
    int events = 60;
    for (int position = 0; position < events; position++) {
      if (position % 20 == 10) {
        dropAllConnections();
      }
      List<Map<String, Object>> event = Reporter.many(1, LI_LEI);
      int attempts = 0;
      while (reporter.report(position, event).statusCode() != 200) {
        assertThat(attempts++).as("attempts for position " + position).isLessThan(100);
        Thread.sleep(100);
      }
    }
    assertThat(stored("source_position"))
        .isEqualTo(IntStream.range(0, events).mapToObj(String::valueOf).toList());
  }

  private static void dropAllConnections() throws SQLException {
    try (Connection administrator = PostgresServer.get().administrator("audit");
        Statement statement = administrator.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = 'audit' and usename = 'audit'");
    }
  }

  @Test
  void aJsonBodyBeyondItsLimitIsRefusedAlthoughSamplesMayBeLarger() {
    given()
        .auth()
        .oauth2(TestTokens.service("records-service"))
        .contentType(ContentType.JSON)
        .body("{" + " ".repeat(4 << 20) + "}")
        .post("/v1/events")
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  @Test
  void aGapInTheSourcesOrderIsRefusedAndNamesTheExpectedPosition() {
    reporter
        .report(5, Reporter.many(1, LI_LEI))
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("SOURCE_GAP"))
        .body("detail", equalTo("position 0 is expected"));
  }

  @Test
  void anotherEventAtAStoredPositionIsRefused() {
    reporter.report(Reporter.many(2, LI_LEI));
    reporter
        .report(1, Reporter.many(1, LI_LEI))
        .then()
        .statusCode(409)
        .body("code", equalTo("SOURCE_CONFLICT"));
  }

  @Test
  void whatBreaksTheAllowListIsQuarantinedWithItsReasonAndHoldsNobodyUp() throws SQLException {
    Map<String, Object> unknownField = Reporter.recordRead("1024", LI_LEI);
    unknownField.put("customerName", "\u674e\u96f7");
    Map<String, Object> personal = Reporter.recordRead("1024", LI_LEI);
    personal.put("channel", "tel.13812345678");
    Map<String, Object> malformed = Reporter.recordRead("1024", LI_LEI);
    malformed.put("purpose", "because I want to");
    Map<String, Object> missing = Reporter.recordRead("1024", LI_LEI);
    missing.remove("actor");
    Map<String, Object> farOff = Reporter.recordRead("1024", LI_LEI);
    farOff.put("occurredAt", Instant.now().plus(1, ChronoUnit.DAYS).toString());

    reporter.report(
        List.of(
            unknownField,
            personal,
            malformed,
            missing,
            farOff,
            Reporter.recordRead("1024", LI_LEI)));

    assertThat(stored("coalesce(entry::json ->> 'reason', entry::json ->> 'type')"))
        .containsExactly(
            "FIELD_UNKNOWN",
            "PERSONAL_VALUE",
            "FIELD_MALFORMED",
            "FIELD_MISSING",
            "TIME_FAR_OFF",
            "record.read");
    assertThat(String.join("", stored("entry")))
        .doesNotContain("\u674e\u96f7", "13812345678", "because I want to");
  }

  @Test
  void whatIsKeptOutRaisesAnAlarmInMetricsAndHealth() {
    Map<String, Object> personal = Reporter.recordRead("1024", LI_LEI);
    personal.put("channel", "tel.13812345678");
    double quarantined = metric("shouxin_audit_quarantined_total{reason=\"PERSONAL_VALUE\"");
    double gaps = metric("shouxin_audit_refused_total{reason=\"SOURCE_GAP\"");
    double replays = metric("shouxin_audit_refused_total{reason=\"SOURCE_CONFLICT\"");
    reporter.report(List.of(personal));
    reporter.report(7, Reporter.many(1, LI_LEI)).then().statusCode(409);
    reporter.report(0, List.of(Reporter.recordRead("1024", LI_LEI))).then().statusCode(200);
    reporter.report(1, Reporter.many(1, LI_LEI)).then().statusCode(200);
    reporter.report(1, Reporter.many(1, LI_LEI)).then().statusCode(409);

    assertThat(metric("shouxin_audit_quarantined_total{reason=\"PERSONAL_VALUE\""))
        .isEqualTo(quarantined + 1);
    assertThat(metric("shouxin_audit_refused_total{reason=\"SOURCE_GAP\"")).isEqualTo(gaps + 1);
    assertThat(metric("shouxin_audit_refused_total{reason=\"SOURCE_CONFLICT\""))
        .isEqualTo(replays + 1);
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'intake' }.data.quarantined", greaterThan(0))
        .body("checks.find { it.name == 'intake' }.data.refused", greaterThan(1))
        .body("checks.find { it.name == 'intake' }.data.lastReason", equalTo("SOURCE_CONFLICT"));
  }

  private static double metric(String name) {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.split("\\} ")[1].split(" ")[0]))
        .sum();
  }

  @Test
  void aServiceReportsForItsOwnOutboxesOnly() {
    given()
        .auth()
        .oauth2(TestTokens.service("consent-service"))
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "source", reporter.source, "firstPosition", 0, "events", Reporter.many(1, LI_LEI)))
        .post("/v1/events")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
  }

  @Test
  void nobodyButServicesReportsEvents() {
    String body = "{\"source\":\"records-service.00000000\",\"firstPosition\":0,\"events\":[{}]}";
    given().contentType(ContentType.JSON).body(body).post("/v1/events").then().statusCode(401);
    given()
        .auth()
        .oauth2(TestTokens.employee("ctl-donghai", "auditor", "2001", "\u603b\u90e8"))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/events")
        .then()
        .statusCode(403);
  }

  @Test
  void anEnvelopeOutOfShapeIsRefusedWithItsFaults() {
    given()
        .auth()
        .oauth2(TestTokens.service("records-service"))
        .contentType(ContentType.JSON)
        .body("{\"source\":\"x\",\"firstPosition\":-1,\"events\":[]}")
        .post("/v1/events")
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"))
        .body("errors.size()", equalTo(3));
  }

  @Test
  void theDatabaseItselfRefusesToChangeOrRemoveAnEntryOrToStoreAPersonalNumber()
      throws SQLException {
    reporter.report(Reporter.many(1, LI_LEI));
    for (String statement :
        List.of(
            "update log_entry set entry = '{}'",
            "delete from log_entry",
            "update log_head set size = 0",
            "delete from audit_event",
            "truncate log_tile",
            "update log_checkpoint set note = ''",
            "insert into log_entry values (1000000000, 'x', 0, '{\"a\":\"13812345678\"}')")) {
      assertThatThrownBy(() -> execute(statement)).as(statement).isInstanceOf(SQLException.class);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> stored(String column) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        var query =
            connection.prepareStatement(
                "select " + column + " from log_entry where source = ? order by log_index")) {
      query.setString(1, reporter.source);
      List<String> values = new java.util.ArrayList<>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    }
  }
}
