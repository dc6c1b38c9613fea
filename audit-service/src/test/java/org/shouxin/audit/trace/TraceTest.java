package org.shouxin.audit.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.TestTokens;

@QuarkusTest
@AuditServiceTest
class TraceTest {
  private static final String OFFICER =
      TestTokens.employee("ctl-donghai", "compliance-officer", "1001", "HQ");

  @Test
  void theOneWhoReadTheLeakedPeopleRanksBeforeThoseWhoReadOthersToo() {
    List<UUID> people = people(60);
    List<UUID> leaked = people.subList(0, 20);
    Reporter reporter = new Reporter();
    reporter.report(reads("emp-guilty", people.subList(0, 22)));
    reporter.report(reads("emp-broad", people));
    reporter.report(reads("emp-other", people.subList(30, 60)));
    JsonPath trace = trace(OFFICER, leaked, null).jsonPath();
    assertThat(trace.getString("suspects[0].actorId")).isEqualTo("emp-guilty");
    assertThat(trace.getInt("suspects[0].matched")).isEqualTo(20);
    assertThat(trace.getInt("suspects[0].accessed")).isEqualTo(22);
    assertThat(trace.getInt("matched")).isEqualTo(20);
    JsonPath kept =
        given().auth().oauth2(OFFICER).get("/v1/traces/" + trace.getString("id")).jsonPath();
    assertThat(kept.getString("suspects[0].actorId")).isEqualTo("emp-guilty");
  }

  @Test
  void readsAfterTheLeakSurfacedAreNoEvidence() {
    List<UUID> people = people(5);
    Instant before = Instant.now();
    new Reporter().report(reads("emp-late", people));
    List<String> suspects = trace(OFFICER, people, before).jsonPath().getList("suspects.actorId");
    assertThat(suspects).doesNotContain("emp-late");
  }

  @Test
  void anotherControllersReadsAreNotSeen() {
    List<UUID> people = people(5);
    new Reporter().report(reads("emp-here", people));
    String elsewhere = TestTokens.employee("ctl-xinghe", "compliance-officer", "9001", "HQ");
    assertThat(trace(elsewhere, people, null).jsonPath().getInt("matched")).isZero();
  }

  @Test
  void onlyThoseWhoInvestigateMayTrace() {
    String manager = TestTokens.employee("ctl-donghai", "client-manager", "1024", "HQ");
    given()
        .auth()
        .oauth2(manager)
        .contentType(ContentType.JSON)
        .body(Map.of("leakedIds", List.of(Ids.random().toString())))
        .post("/v1/traces")
        .then()
        .statusCode(403);
  }

  private static List<UUID> people(int number) {
    List<UUID> people = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      people.add(Ids.random());
    }
    return people;
  }

  private static List<Map<String, Object>> reads(String employee, List<UUID> people) {
    return people.stream().map(person -> Reporter.recordRead(employee, person)).toList();
  }

  private static io.restassured.response.Response trace(
      String token, List<UUID> leaked, @org.jspecify.annotations.Nullable Instant before) {
    Map<String, Object> sample = new java.util.HashMap<>();
    sample.put("leakedIds", leaked.stream().map(UUID::toString).toList());
    if (before != null) {
      sample.put("leakedBefore", before.toString());
    }
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(sample)
        .post("/v1/traces")
        .then()
        .statusCode(200)
        .extract()
        .response();
  }
}
