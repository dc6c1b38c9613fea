package org.shouxin.audit.restore;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.PostgresServer;
import org.shouxin.testing.TestTokens;

/** The evidence of a restore drill (R-RC-08). */
@QuarkusTest
@AuditServiceTest
class RestoreTestsTest {
  private static final String OPERATOR =
      TestTokens.employee("ctl-donghai", "operator", "1010", "HQ");
  private static final String AUDITOR = TestTokens.employee("ctl-donghai", "auditor", "1011", "HQ");

  @Test
  void aReportIsKeptOnceWithItsEventAndAuditorsReadIt() throws SQLException {
    String digest = digest();
    String id = send(OPERATOR, report(digest)).then().statusCode(201).extract().path("id");
    send(OPERATOR, report(digest)).then().statusCode(201).body("id", equalTo(id));
    assertThat(events(id)).isEqualTo(1);
    given()
        .auth()
        .oauth2(AUDITOR)
        .get("/v1/restore-tests")
        .then()
        .statusCode(200)
        .body("find { it.id == '" + id + "' }.reportSha256", equalTo(digest))
        .body("find { it.id == '" + id + "' }.rtoSeconds", equalTo(7));
  }

  @Test
  void aDrillThatReadAnErasedPersonCannotHavePassed() {
    Map<String, Object> report = report(digest());
    report.put("erasedReadable", 1);
    send(OPERATOR, report).then().statusCode(400).body("code", equalTo("REQUEST_INVALID"));
  }

  @Test
  void aDrillThatHasNotEndedYetVerifiesNothing() {
    Map<String, Object> report = report(digest());
    report.put("endedAt", Instant.now().plus(Duration.ofHours(1)).toString());
    send(OPERATOR, report).then().statusCode(400).body("code", equalTo("REQUEST_INVALID"));
  }

  @Test
  void aDrillThatPassedVerifiesItsBackupOnceTheLogSaysSo() {
    Map<String, Object> report = report(digest());
    report.put("recordsBackedUpAt", "2026-11-22T18:15:00Z");
    String id = send(OPERATOR, report).then().statusCode(201).extract().path("id");
    String event =
        given()
            .auth()
            .oauth2(AUDITOR)
            .get("/v1/restore-tests")
            .path("find { it.id == '" + id + "' }.verifiedEventId");
    for (int i = 0; i < 100 && verified("ctl-donghai", event).statusCode() == 404; i++) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    verified("ctl-donghai", event)
        .then()
        .statusCode(200)
        .body("backup", equalTo("20261122T181500Z-3f9a01bc"))
        .body("backedUpAt", equalTo("2026-11-22T18:15:00Z"));
    verified("ctl-xinghe", event).then().statusCode(404).body("code", equalTo("EVENT_NOT_FOUND"));
  }

  private static Response verified(String controller, String event) {
    return given()
        .auth()
        .oauth2(TestTokens.service("records-service"))
        .get("/v1/restore-tests/verified/" + event + "?controller=" + controller);
  }

  @Test
  void onlyOperatorsReport() {
    send(AUDITOR, report(digest())).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
  }

  private static Response send(String token, Map<String, Object> report) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(report)
        .post("/v1/restore-tests");
  }

  private static String digest() {
    String hex = Ids.random().toString().replace("-", "");
    return hex + hex;
  }

  private static Map<String, Object> report(String digest) {
    Map<String, Object> report = new HashMap<>();
    report.put("reportSha256", digest);
    report.put("recordsBackup", "20261122T181500Z-3f9a01bc");
    report.put("keysBackup", "20261122T181530Z-8b7c22d0");
    report.put("startedAt", "2026-11-22T18:20:00Z");
    report.put("endedAt", "2026-11-22T18:20:09Z");
    report.put("passed", true);
    report.put("rpoSeconds", 12);
    report.put("rtoSeconds", 7);
    report.put("tablesCompared", 80);
    report.put("rowsCompared", 5_000);
    report.put("ledgerEntries", 3);
    report.put("erasedTried", 3);
    report.put("erasedReadable", 0);
    return report;
  }

  private static int events(String id) throws SQLException {
    try (Connection connection = PostgresServer.get().administrator("audit");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(distinct e) from (select substring(body from '\"eventId\":\"([^\"]+)') e"
                    + " from own_event where body like '%restore.tested%"
                    + id
                    + "%' or body like '%"
                    + id
                    + "%restore.tested%' union all select substring(entry from '\"eventId\":\"([^\"]+)')"
                    + " from log_entry where entry like '%"
                    + id
                    + "%restore.tested%') x")) {
      row.next();
      return row.getInt(1);
    }
  }
}
