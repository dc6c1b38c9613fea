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
import java.util.HashMap;
import java.util.Map;
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
