package org.shouxin.audit.restore;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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

/** Nobody restores or deletes a backup alone (R-RC-08). */
@QuarkusTest
@AuditServiceTest
@NullUnmarked
class BackupAccessTest {
  private static final String OPS = TestTokens.employee("ctl-backup", "operator", "1010", "HQ");
  private static final String NIGHT = TestTokens.employee("ctl-backup", "operator", "1020", "HQ");
  private static final String DENG =
      TestTokens.employee("ctl-backup", "compliance-officer", "1001", "HQ");
  private static final String AUDITOR = TestTokens.employee("ctl-backup", "auditor", "1011", "HQ");
  private static final String ELSEWHERE =
      TestTokens.employee("ctl-donghai", "compliance-officer", "1001", "HQ");

  @Inject Database database;

  private final String records = backup();
  private final Map<String, String> deletion = Map.of("act", "DELETE", "recordsBackup", records);

  @Test
  void oneAsksAnotherApprovesAndWhoAskedUsesItOnceForExactlyThat() {
    String id = ask(deletion);
    post(OPS, id, "use", deletion).then().statusCode(409);
    post(DENG, id, "approval", Map.of())
        .then()
        .statusCode(200)
        .body("state", equalTo("APPROVED"))
        .body("scope.recordsBackup", equalTo(records));
    post(OPS, id, "use", Map.of("act", "RESTORE", "recordsBackup", records))
        .then()
        .statusCode(409)
        .body("code", equalTo("BACKUP_ACCESS_CONFLICT"));
    post(OPS, id, "use", Map.of("act", "DELETE", "recordsBackup", records, "keysBackup", backup()))
        .then()
        .statusCode(409);
    post(OPS, id, "use", deletion).then().statusCode(200).body("state", equalTo("USED"));
    post(OPS, id, "use", deletion).then().statusCode(409);
    assertThat(events(id))
        .containsExactly(
            "backup.access.requested DELETE",
            "backup.access.refused BACKUP_ACCESS_CONFLICT",
            "backup.access.approved DELETE",
            "backup.access.refused BACKUP_ACCESS_CONFLICT",
            "backup.access.refused BACKUP_ACCESS_CONFLICT",
            "backup.access.used DELETE",
            "backup.access.refused BACKUP_ACCESS_CONFLICT");
  }

  @Test
  void nobodyApprovesWhatSheAskedForAndNobodyElseUsesIt() {
    String id = ask(deletion);
    post(OPS, id, "approval", Map.of()).then().statusCode(403).body("code", equalTo("FOUR_EYES"));
    post(NIGHT, id, "approval", Map.of()).then().statusCode(200);
    post(NIGHT, id, "use", deletion).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    assertThat(events(id))
        .containsExactly(
            "backup.access.requested DELETE",
            "backup.access.refused FOUR_EYES",
            "backup.access.approved DELETE",
            "backup.access.refused FORBIDDEN");
  }

  @Test
  void onlyOperatorsAskAndOnlyWhoIsResponsibleApproves() {
    assertThat(asking(DENG, deletion, "the disk is full, see ticket 7").statusCode())
        .isEqualTo(403);
    String id = ask(deletion);
    assertThat(post(AUDITOR, id, "approval", Map.of()).statusCode()).isEqualTo(403);
    post(ELSEWHERE, id, "approval", Map.of())
        .then()
        .statusCode(404)
        .body("code", equalTo("BACKUP_ACCESS_NOT_FOUND"));
    post(DENG, id, "rejection", Map.of()).then().statusCode(200).body("state", equalTo("REJECTED"));
    List<String> states =
        given()
            .auth()
            .oauth2(AUDITOR)
            .get("/v1/backup-accesses")
            .then()
            .statusCode(200)
            .extract()
            .path("findAll { it.id == '" + id + "' }.state");
    assertThat(states).containsExactly("REJECTED");
  }

  @Test
  void aRequestNamesABackupAndAReasonThatNamesNobody() {
    asking(OPS, Map.of("act", "DELETE"), "the disk is full, see ticket 7").then().statusCode(400);
    asking(OPS, deletion, "disk full")
        .then()
        .statusCode(422)
        .body("code", equalTo("REASON_TOO_SHORT"));
    asking(OPS, deletion, "李雷 13800138000 要求恢复数据").then().statusCode(400);
  }

  private static String backup() {
    return "20261122T181500Z-" + Ids.random().toString().substring(0, 8);
  }

  private static String ask(Map<String, String> scope) {
    return asking(OPS, scope, "the disk is full, see ticket 7")
        .then()
        .statusCode(201)
        .body("state", equalTo("REQUESTED"))
        .extract()
        .path("id");
  }

  private static Response asking(String token, Map<String, String> scope, String reason) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(Map.of("scope", scope, "reason", reason))
        .post("/v1/backup-accesses");
  }

  private static Response post(String token, String id, String step, Map<String, String> body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/backup-accesses/" + id + "/" + step);
  }

  private List<String> events(String id) {
    return database.systemRead(handle ->
        handle
            .createQuery(
                "select said from (select distinct on (j ->> 'eventId') j ->> 'eventId' as id,"
                    + " (j ->> 'type') || ' ' || (j ->> 'reason') as said"
                    + " from (select body::jsonb as j from own_event union all"
                    + "       select entry::jsonb from log_entry where source like 'audit-service.%') e"
                    + " where j -> 'resource' ->> 'id' = ? order by j ->> 'eventId') once order by id")
            .bind(0, id)
            .mapTo(String.class)
            .list());
  }
}
