package org.shouxin.audit.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.TestTokens;

@QuarkusTest
@AuditServiceTest
class TraceTest {
  private static final ControllerId DONGHAI = new ControllerId("ctl-donghai");

  @Inject Database database;
  @Inject MonthRows months;

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
  void twoWhoColludedEachExplainTheirPartAndTheirReadsAreProvable() {
    List<UUID> leaked = people(40);
    Reporter reporter = new Reporter();
    reporter.report(reads("emp-left", leaked.subList(0, 22)));
    reporter.report(reads("emp-right", leaked.subList(18, 40)));
    JsonPath trace = trace(OFFICER, leaked, null).jsonPath();
    assertThat(trace.getList("suspects[0,1].actorId"))
        .containsExactlyInAnyOrder("emp-left", "emp-right");
    assertThat(trace.getMap("overlaps[0]"))
        .isEqualTo(Map.of("first", 0, "second", 1, "both", 4, "either", 40));
    List<String> reads = trace.getList("evidence.findAll { it.suspect == 0 }.eventId");
    assertThat(reads).hasSize(20);
    String first = trace.getString("suspects[0].actorId");
    JsonPath proof =
        given().auth().oauth2(OFFICER).get("/v1/proofs/inclusion/" + reads.getFirst()).jsonPath();
    assertThat(proof.getString("leaf")).contains("\"id\":\"" + first + "\"", "record.read");
    assertThat(leaked.stream().anyMatch(id -> proof.getString("leaf").contains(id.toString())))
        .isTrue();
  }

  @Test
  void theLogTellsWhoTracedAndHowManyAndNotWhom() throws InterruptedException {
    List<UUID> leaked = people(3);
    String trace = trace(OFFICER, leaked, null).jsonPath().getString("id");
    List<String> entries = List.of();
    for (int attempt = 0; entries.isEmpty() && attempt < 100; attempt++) {
      Thread.sleep(100);
      entries =
          database.systemRead(handle ->
              handle
                  .createQuery("select entry from log_entry where entry like ?")
                  .bind(0, "%" + trace + "%")
                  .mapTo(String.class)
                  .list());
    }
    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst())
        .contains("\"type\":\"trace.run\"", "\"id\":\"1001\"", "\"count\":3")
        .doesNotContain(leaked.stream().map(UUID::toString).toArray(String[]::new));
  }

  @Test
  void aLargeSampleIsUploadedAsLines() {
    List<UUID> leaked = people(3_000);
    new Reporter().report(reads("emp-upload", leaked.subList(0, 900)));
    List<UUID> lines = new ArrayList<>(leaked);
    lines.addAll(leaked.subList(0, 50));
    JsonPath trace = upload(lines.stream().map(UUID::toString).toList()).jsonPath();
    assertThat(trace.getInt("sample")).isEqualTo(3_000);
    assertThat(trace.getInt("matched")).isEqualTo(900);
    assertThat(trace.getString("suspects[0].actorId")).isEqualTo("emp-upload");
  }

  @Test
  void anUploadTooLooksOnlyAtReadsBeforeTheLeakSurfaced() {
    List<UUID> people = people(3);
    Instant before = Instant.now();
    new Reporter().report(reads("emp-after", people));
    given()
        .auth()
        .oauth2(OFFICER)
        .contentType("text/plain")
        .queryParam("leakedBefore", before.toString())
        .body(people.stream().map(UUID::toString).collect(Collectors.joining("\n")))
        .post("/v1/traces/upload")
        .then()
        .statusCode(200)
        .body("matched", equalTo(3))
        .body("suspects", hasSize(0));
  }

  @Test
  void aLineThatIsNoIdIsNamedByItsNumberAndNotRepeated() {
    upload(List.of(Ids.random().toString(), "13812345678"))
        .then()
        .statusCode(400)
        .body("code", equalTo("ID_MALFORMED"))
        .body("detail", equalTo("line 2"))
        .body(not(containsString("13812345678")));
    upload(List.of("", "")).then().statusCode(400).body("code", equalTo("REQUEST_INVALID"));
  }

  private static io.restassured.response.Response upload(List<String> lines) {
    return given()
        .auth()
        .oauth2(OFFICER)
        .contentType("text/plain")
        .body(String.join("\n", lines))
        .post("/v1/traces/upload");
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
  void readsOfAMonthThatIsOverCountOnceEachAlsoWhenTheyArriveLate() {
    List<UUID> people = people(6);
    YearMonth month = YearMonth.now(ZoneOffset.UTC).minusMonths(1);
    Instant early = month.atDay(5).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant late = month.atDay(20).atStartOfDay(ZoneOffset.UTC).toInstant();
    Reporter reporter = new Reporter();
    reporter.report(reads("emp-elsewhere", people(40)));
    reporter.report(readsAt(early, "emp-month", people.subList(0, 3)));
    assertThat(trace(OFFICER, people, null).jsonPath().getInt("suspects[0].matched")).isEqualTo(3);
    database.write(
        DONGHAI,
        handle -> {
          months.rollUp(handle, DONGHAI, month.plusMonths(1).atDay(1));
          return handle;
        });
    assertThat(trace(OFFICER, people, null).jsonPath().getInt("suspects[0].accessed")).isEqualTo(3);

    reporter.report(readsAt(late, "emp-month", people.subList(2, 6)));
    JsonPath whole = trace(OFFICER, people, null).jsonPath();
    assertThat(whole.getInt("suspects[0].accessed")).isEqualTo(6);
    assertThat(whole.getString("suspects[0].lastAt")).isEqualTo(late.toString());
    Instant between = early.plus(Duration.ofDays(3));
    assertThat(trace(OFFICER, people, between).jsonPath().getInt("suspects[0].accessed"))
        .isEqualTo(3);
  }

  private static List<Map<String, Object>> readsAt(Instant at, String employee, List<UUID> people) {
    List<Map<String, Object>> reads = reads(employee, people);
    reads.forEach(read -> read.put("occurredAt", at.toString()));
    return reads;
  }

  @Test
  void whoNeverReadWhatWasLeakedIsNoSuspect() {
    List<UUID> people = people(6);
    Reporter reporter = new Reporter();
    reporter.report(reads("emp-elsewhere", people(40)));
    reporter.report(readsOf("emp-both", people, "name", "mobile"));
    reporter.report(readsOf("emp-apart", people.subList(0, 4), "name"));
    reporter.report(readsOf("emp-apart", people.subList(2, 6), "mobile"));
    reporter.report(readsOf("emp-name", people, "name"));

    List<Map<String, Object>> suspects =
        trace(Map.of("leakedIds", ids(people), "knownFields", List.of("mobile", "name")))
            .getList("suspects");
    assertThat(suspects)
        .extracting(suspect -> suspect.get("actorId"), suspect -> suspect.get("matched"))
        .contains(tuple("emp-both", 6), tuple("emp-apart", 2))
        .doesNotContain(tuple("emp-name", 6));
    assertThat(suspects).extracting(suspect -> suspect.get("actorId")).doesNotContain("emp-name");
  }

  @Test
  void aMarkCountsOnlyWhenItsDecodingIsInTheLog() {
    List<UUID> people = people(3);
    UUID export = Ids.random();
    Map<String, Object> sample =
        Map.of("leakedIds", ids(people), "markedExports", List.of(export.toString()));
    given()
        .auth()
        .oauth2(OFFICER)
        .contentType(ContentType.JSON)
        .body(sample)
        .post("/v1/traces")
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));

    Map<String, Object> found = Reporter.recordRead("1001", people.getFirst());
    found.put("type", "export.watermark.found");
    found.put("concerns", "employee:emp-marked");
    found.put("resource", Map.of("type", "export", "id", export.toString()));
    new Reporter().report(List.of(found));
    assertThat(trace(sample).getMap("suspects[0]"))
        .containsEntry("actorId", "emp-marked")
        .containsEntry("marked", true);
  }

  @Test
  void onlyWhoPlantsCanariesLearnsThatOneWasLeaked() {
    List<UUID> people = people(3);
    new Reporter().report(reads("emp-elsewhere", people(40)));
    new Reporter().report(reads("emp-canary", people));
    database.write(
        DONGHAI,
        handle ->
            handle.execute(
                "insert into monitor_canary (controller_id, subject_ref, planted_by, approved_by, planted_at)"
                    + " values (?, ?, '1001', '1002', now())",
                DONGHAI,
                people.getFirst()));
    String auditor = TestTokens.employee("ctl-donghai", "auditor", "1011", "HQ");
    assertThat(trace(OFFICER, people, null).jsonPath().getInt("suspects[0].canaries")).isOne();
    assertThat(trace(auditor, people, null).jsonPath().getInt("suspects[0].canaries")).isZero();
  }

  private static List<String> ids(List<UUID> people) {
    return people.stream().map(UUID::toString).toList();
  }

  private static List<Map<String, Object>> readsOf(
      String employee, List<UUID> people, String... fields) {
    List<Map<String, Object>> reads = reads(employee, people);
    reads.forEach(
        read -> read.put("resource", Map.of("type", "customer", "fields", List.of(fields))));
    return reads;
  }

  private static JsonPath trace(Map<String, Object> sample) {
    return given()
        .auth()
        .oauth2(OFFICER)
        .contentType(ContentType.JSON)
        .body(sample)
        .post("/v1/traces")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
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
