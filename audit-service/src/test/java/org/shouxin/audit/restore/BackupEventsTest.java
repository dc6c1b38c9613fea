package org.shouxin.audit.restore;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.TestTokens;

/** Who made and who deleted a backup stands in the log (R-RC-08). */
@QuarkusTest
@AuditServiceTest
@NullUnmarked
class BackupEventsTest {
  private static final String OPERATOR =
      TestTokens.employee("ctl-donghai", "operator", "1010", "HQ");
  private static final String AUDITOR = TestTokens.employee("ctl-donghai", "auditor", "1011", "HQ");

  @Inject Database database;

  private final String backup = "20261122T181500Z-" + Ids.random().toString().substring(0, 8);

  @Test
  void takingAndDeletingABackupEachLeaveOneEventHoweverOftenTheyAreTold() {
    send(OPERATOR, "keys", "TAKEN").then().statusCode(204);
    send(OPERATOR, "keys", "TAKEN").then().statusCode(204);
    send(OPERATOR, "keys", "PURGED").then().statusCode(204);
    assertThat(events()).containsExactly("backup.taken", "backup.purged");
    List<String> kinds =
        given()
            .auth()
            .oauth2(AUDITOR)
            .get("/v1/backup-events")
            .then()
            .statusCode(200)
            .extract()
            .path("findAll { it.backupId == '" + backup + "' }.kind");
    assertThat(kinds).containsExactlyInAnyOrder("TAKEN", "PURGED");
  }

  @Test
  void nobodyButAnOperatorReportsAndOnlySetsThatThereAre() {
    assertThat(send(AUDITOR, "keys", "TAKEN").statusCode()).isEqualTo(403);
    assertThat(send(OPERATOR, "everything", "TAKEN").statusCode()).isEqualTo(400);
    assertThat(events()).isEmpty();
  }

  private Response send(String token, String set, String kind) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "reports",
                List.of(
                    Map.of(
                        "set", set, "backupId", backup, "kind", kind, "sha256", "ab".repeat(32)))))
        .post("/v1/backup-events");
  }

  private List<String> events() {
    return database.systemRead(handle ->
        handle
            .createQuery(
                "select type from (select distinct on (j ->> 'eventId') j ->> 'eventId' as id, j ->> 'type' as type"
                    + " from (select body::jsonb as j from own_event union all"
                    + "       select entry::jsonb from log_entry where source like 'audit-service.%') e"
                    + " where j -> 'resource' ->> 'id' = ? order by j ->> 'eventId') once order by id")
            .bind(0, backup)
            .mapTo(String.class)
            .list());
  }
}
