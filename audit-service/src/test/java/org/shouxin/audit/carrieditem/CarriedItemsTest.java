package org.shouxin.audit.carrieditem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.audit.checkpoint.Checkpoint;
import org.shouxin.audit.checkpoint.SignedNote;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.ProofCheck;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.TestTokens;

/** What leaves with a person who moves, and stands at the receiver as it came (R-BT-04). */
@QuarkusTest
@AuditServiceTest
@NullUnmarked
class CarriedItemsTest {
  private static final String TRANSFER = Ids.random().toString();
  @Inject Database database;

  private final UUID incident = Ids.random();
  private final UUID moved = Ids.random();
  private final UUID stays = Ids.random();
  private final UUID arrived = Ids.random();

  @Test
  void herEntriesLeaveWithProofsUnderASignedCheckpointAndArriveAsTheyWere() {
    Reporter reporter = new Reporter();
    reporter.report(List.of(Reporter.dataProvided("partner-haiyun", moved)));
    reporter.report(List.of(Reporter.dataProvided("partner-haiyun", stays)));
    reporter.report(List.of(Reporter.recordRead("1024", moved)));
    reportedPolicy();
    touchedByAnIncident();

    List<Map<String, Object>> items = itemsOf("ctl-donghai", moved, false);
    for (int i = 0; i < 100 && ofClass(items, "auditEntry").size() < 2; i++) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      items = itemsOf("ctl-donghai", moved, false);
    }

    List<Map<String, Object>> entries = ofClass(items, "auditEntry");
    assertThat(entries.stream().map(item -> content(item).get("entry").toString()))
        .anyMatch(entry -> entry.contains("data.provided"))
        .anyMatch(entry -> entry.contains("record.read"));
    entries.forEach(this::proven);
    assertThat(items.toString()).doesNotContain(stays.toString());
    assertThat(ofClass(items, "retentionClock"))
        .isNotEmpty()
        .allSatisfy(clock ->
            assertThat(content(clock))
                .containsEntry("kind", "POLICY")
                .containsEntry("startOn", "2031-03-05"));
    assertThat(ofClass(items, "incident"))
        .singleElement()
        .satisfies(touched ->
            assertThat(content(touched))
                .containsEntry("incidentId", incident.toString())
                .containsEntry("fields", List.of("name", "mobile"))
                .containsEntry(
                    "clocks",
                    List.of(
                        Map.of(
                            "code", "K-09",
                            "startedAt", "2026-11-20T01:00:00+00:00",
                            "dueAt", "2026-11-20T03:00:00+00:00",
                            "open", false))));

    List<Map<String, Object>> renamed = new ArrayList<>();
    for (Map<String, Object> item : items) {
      Map<String, Object> content = new HashMap<>(content(item));
      content.put("customerId", arrived.toString());
      renamed.add(Map.of("itemClass", item.get("itemClass"), "content", content));
    }
    take(renamed).then().statusCode(200).body("taken", equalTo(items.size()));
    take(renamed).then().statusCode(200).body("taken", equalTo(0));
    assertThat(itemsOf("ctl-xinghe", arrived, true)).containsExactlyInAnyOrderElementsOf(renamed);
    assertThat(itemsOf("ctl-donghai", arrived, true)).isEmpty();
  }

  private void proven(Map<String, Object> item) {
    Map<String, Object> content = content(item);
    Checkpoint checkpoint =
        Checkpoint.parse(SignedNote.parse((String) content.get("checkpoint")).text());
    @SuppressWarnings("unchecked")
    List<Hash> hashes = ((List<String>) content.get("hashes")).stream().map(Hash::parse).toList();
    assertThat((String) content.get("entry")).contains(moved.toString());
    assertThat(
            ProofCheck.includes(
                ((Number) content.get("logIndex")).longValue(),
                checkpoint.size(),
                Hash.ofLeaf(((String) content.get("entry")).getBytes(StandardCharsets.UTF_8)),
                hashes,
                checkpoint.root()))
        .isTrue();
  }

  private static List<Map<String, Object>> ofClass(
      List<Map<String, Object>> items, String itemClass) {
    return items.stream().filter(item -> item.get("itemClass").equals(itemClass)).toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> content(Map<String, Object> item) {
    return (Map<String, Object>) item.get("content");
  }

  /** A list of two versions: only who stands in the newest one was touched. */
  private void touchedByAnIncident() {
    database.write(
        new ControllerId("ctl-donghai"),
        handle -> {
          handle.execute(
              "insert into incident values ('ctl-donghai', ?, false, 'ALERT', 'x',"
                  + " '2026-11-20T01:00:00Z', '2026-11-20T01:00:00Z', '1001')",
              incident);
          handle.execute(
              "insert into incident_clock_event values ('ctl-donghai', ?, 'K-09', 1, 'STARTED',"
                  + " '2026-11-20T01:00:00Z', '2026-11-20T01:00:00Z', '2026-11-20T03:00:00Z')",
              incident);
          listed(handle, 1, stays);
          return listed(handle, 2, moved);
        });
  }

  private int listed(Handle handle, int version, UUID person) {
    handle.execute(
        "insert into incident_affected values ('ctl-donghai', ?, ?, '[]', 1, 1, '{name,mobile}',"
            + " 'digest', now(), '1001')",
        incident,
        version);
    return handle.execute(
        "insert into incident_person values ('ctl-donghai', ?, ?, ?, '{name,mobile}')",
        incident,
        version,
        person);
  }

  private void reportedPolicy() {
    as(Map.of(
            "controllerId",
            "ctl-donghai",
            "records",
            List.of(
                Map.of(
                    "subjectRef", moved.toString(),
                    "recordRef", Ids.random().toString(),
                    "kind", "POLICY",
                    "beganOn", "2021-03-06",
                    "startsOn", "2031-03-05"))))
        .post("/v1/retention/records")
        .then()
        .statusCode(204);
  }

  private static List<Map<String, Object>> itemsOf(
      String controller, UUID person, boolean arrived) {
    return as(Map.of(
            "controllerId", controller,
            "transferId", TRANSFER,
            "people", List.of(person.toString()),
            "arrived", arrived))
        .post("/v1/carried-items/query")
        .then()
        .statusCode(200)
        .extract()
        .path("");
  }

  private static Response take(List<Map<String, Object>> items) {
    return as(Map.of("controllerId", "ctl-xinghe", "transferId", TRANSFER, "items", items))
        .post("/v1/carried-items");
  }

  private static io.restassured.specification.RequestSpecification as(Map<String, ?> body) {
    return given()
        .auth()
        .oauth2(TestTokens.service("records-service"))
        .contentType(ContentType.JSON)
        .body(body);
  }
}
