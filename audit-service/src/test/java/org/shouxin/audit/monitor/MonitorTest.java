package org.shouxin.audit.monitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.audit.monitor.rule.Rule;
import org.shouxin.audit.monitor.rule.ShippedRules;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.platform.time.WorkingCalendar;
import org.shouxin.testing.PostgresServer;
import org.shouxin.testing.TestTokens;

/** From an entry in the log to a block, and from a verdict back to access. */
@QuarkusTest
@AuditServiceTest
class MonitorTest {
  private static final String OFFICER =
      TestTokens.employee("ctl-donghai", "compliance-officer", "1001", "HQ");
  private static final String SECOND_OFFICER =
      TestTokens.employee("ctl-donghai", "compliance-officer", "1009", "HQ");
  private static final String SUPERVISOR =
      TestTokens.employee("ctl-donghai", "supervisor", "1002", "HQ");

  /** On the last day that was worked, so that no test depends on when it runs. */
  private static final Instant TEN_O_CLOCK =
      lastWorkedDay().atTime(10, 0).atZone(BusinessTime.ZONE).toInstant();

  @Inject Database database;
  @Inject RuleRows rules;

  private final Reporter reporter = new Reporter();
  private final String insider = "emp-" + Ids.random().toString().substring(0, 8);

  @Test
  void whoOpensOtherPeoplesCustomersIsBlockedBeforeTheHundredthAndTheAlertSaysWhy() {
    int reported = 0;
    while (!isBlocked(insider)) {
      assertThat(reported).isLessThan(100);
      reporter.report(List.of(read(insider, Ids.random(), false)));
      reported++;
      settle();
    }
    JsonPath alert = newestAlert(insider);
    assertThat(alert.getString("interception")).isEqualTo("BLOCK");
    assertThat(alert.getString("state")).isEqualTo("OPEN");
    assertThat(alert.getString("ruleVersion")).isEqualTo("shipped");
    assertThat(alert.getList("reasons.signal")).contains("NOT_OWN");
    assertThat(alert.getList("reasons.en", String.class))
        .contains("people today whom the actor does not look after: 30 (limits 10 to 30)");
    assertThat(alert.getList("reasons.zh", String.class)).contains("当日涉及的非本人客户数：30（界限 10 至 30）");
    post(
            OFFICER,
            "/v1/incidents",
            Map.of(
                "sourceKind",
                "ALERT",
                "sourceReference",
                alert.getString("id"),
                "knownAt",
                Instant.now().toString(),
                "drill",
                false))
        .then()
        .statusCode(201);
  }

  @Test
  void aLiftedBlockOpensAccessAndTheLimitsAreWiderAfterwards() {
    block(insider);
    String id = newestAlert(insider).getString("id");
    decide(OFFICER, id, "LIFT")
        .then()
        .statusCode(200)
        .body("state", equalTo("LIFTED"), "decidedBy", equalTo("1001"));
    eventually(() -> !isBlocked(insider));

    reporter.report(reads(insider, 32));
    settle();
    assertThat(isBlocked(insider))
        .as("32 after a lift: limits 10 to 30 became 12.5 to 37.5")
        .isFalse();
    reporter.report(reads(insider, 6));
    eventually(() -> isBlocked(insider));
    decide(OFFICER, id, "LIFT").then().statusCode(409).body("code", equalTo("ALERT_DECIDED"));
  }

  @Test
  void aConfirmedAlertLocksForGood() {
    block(insider);
    decide(OFFICER, newestAlert(insider).getString("id"), "CONFIRM").then().statusCode(200);
    eventually(() -> "LOCK".equals(interception(insider)));
    int entries =
        database.systemRead(handle ->
            handle
                .createQuery(
                    "select count(*) from log_entry where entry::jsonb ->> 'concerns' = ?"
                        + " and entry::jsonb ->> 'type' in ('alert.raised', 'alert.confirmed')")
                .bind(0, "employee:" + insider)
                .mapTo(Integer.class)
                .one());
    assertThat(entries).as("warned, stepped up, blocked, confirmed").isEqualTo(4);
  }

  @Test
  void nobodyDecidesAboutThemselvesAndOnlyComplianceDecides() {
    block("1001");
    String id = newestAlertSeenBy(SUPERVISOR, "1001").getString("id");
    decide(OFFICER, id, "LIFT").then().statusCode(422).body("code", equalTo("SELF_APPROVAL"));
    assertThat(alerts(OFFICER).getList("alerts.actorId")).doesNotContain("1001");
    decide(SUPERVISOR, id, "LIFT").then().statusCode(403);
    String other = TestTokens.employee("ctl-donghai", "compliance-officer", "1009", "HQ");
    decide(other, id, "LIFT").then().statusCode(200);
    eventually(() -> !isBlocked("1001"));
    String elsewhere = TestTokens.employee("ctl-xinghe", "compliance-officer", "9001", "HQ");
    decide(elsewhere, id, "LIFT").then().statusCode(404).body("code", equalTo("ALERT_NOT_FOUND"));
  }

  @Test
  void readingOnesOwnCustomersOverAndOverIsWork() {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int person = 0; person < 40; person++) {
      UUID customer = Ids.random();
      for (int i = 0; i < 5; i++) {
        events.add(read(insider, customer, true));
      }
    }
    reporter.report(events);
    settle();
    assertThat(alerts(OFFICER).getList("alerts.actorId")).doesNotContain(insider);
  }

  @Test
  void touchingACanaryThatTwoPeoplePlantedBlocksAtOnce() {
    UUID canary = Ids.random();
    String proposal =
        post(OFFICER, "/v1/canaries", Map.of("subjectRef", canary.toString()))
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    String path = "/v1/canaries/" + proposal + "/approval";
    post(OFFICER, path, Map.of()).then().statusCode(422).body("code", equalTo("SELF_APPROVAL"));
    reporter.report(List.of(read("innocent-" + insider, canary, true)));
    settle();
    post(SECOND_OFFICER, path, Map.of()).then().statusCode(204);
    post(SECOND_OFFICER, path, Map.of()).then().statusCode(409);

    reporter.report(List.of(read(insider, canary, true)));
    eventually(() -> isBlocked(insider));
    assertThat(isBlocked("innocent-" + insider)).isFalse();
  }

  @Test
  void theDecoysOfAnExportAreCanaries() {
    UUID decoy = Ids.random();
    Map<String, Object> planted =
        Map.of(
            "controllerId", "ctl-donghai",
            "plantedBy", "1024",
            "approvedBy", "1000",
            "subjectRefs", List.of(decoy.toString()));
    post(OFFICER, "/v1/canaries/exported", planted).then().statusCode(403);
    post(TestTokens.service("records-service"), "/v1/canaries/exported", planted)
        .then()
        .statusCode(204);
    reporter.report(List.of(read(insider, decoy, true)));
    eventually(() -> isBlocked(insider));
  }

  @Test
  void breakGlassRaisesAnAlertAtOnce() {
    Map<String, Object> opened =
        new HashMap<>(
            Reporter.event(
                "ctl-donghai",
                "access.break_glass.opened",
                "employee",
                insider,
                Ids.random(),
                List.of("name")));
    reporter.report(List.of(opened));
    eventually(
        () -> given().auth().oauth2(SUPERVISOR).get("/v1/alerts").asString().contains(insider));
    assertThat(isBlocked(insider)).isFalse();
  }

  @Test
  void theListIsForServicesAndSaysNothingToWhoHasItAlready() {
    given().auth().oauth2(OFFICER).get("/v1/blocks").then().statusCode(403);
    long version = blocks(-1).getLong("version");
    JsonPath again = blocks(version);
    assertThat(again.getLong("version")).isGreaterThanOrEqualTo(version);
    if (again.getLong("version") == version) {
      assertThat(again.getList("blocks")).isNull();
    }
  }

  @Test
  void aRuleChangeNeedsASecondPersonAndIsAVersionOfItsOwn() {
    String proposer = TestTokens.employee("ctl-rules", "compliance-officer", "2001", "HQ");
    String approver = TestTokens.employee("ctl-rules", "supervisor", "2002", "HQ");
    Map<String, Object> proposal = new HashMap<>();
    proposal.put("effectiveFrom", LocalDate.now(BusinessTime.ZONE).toString());
    proposal.putAll(Map.of("warnAt", 1, "stepUpAt", 2, "blockAt", 3, "lockAt", 1000));
    proposal.putAll(Map.of("hoursFrom", 7, "hoursUntil", 21));
    proposal.put(
        "rules",
        List.of(
            Map.of(
                "signal",
                "BREADTH",
                "audience",
                "*",
                "soft",
                1,
                "hard",
                3,
                "points",
                5,
                "growth",
                0,
                "ceiling",
                1)));
    int version = post(proposer, "/v1/monitor-rules", proposal).jsonPath().getInt("version");
    post(proposer, "/v1/monitor-rules/" + version + "/approval", Map.of())
        .then()
        .statusCode(422)
        .body("code", equalTo("SELF_APPROVAL"));
    reporter.report(readsAt("ctl-rules", insider, 5));
    settle();
    assertThat(interception("ctl-rules", insider)).as("only proposed").isNull();
    post(approver, "/v1/monitor-rules/" + version + "/approval", Map.of())
        .then()
        .statusCode(200)
        .body("approvedBy", equalTo("2002"));
    reporter.report(readsAt("ctl-rules", insider, 1));
    eventually(() -> "BLOCK".equals(interception("ctl-rules", insider)));
    assertThat(alerts(proposer).getString("alerts[0].ruleVersion"))
        .isEqualTo("ctl-rules." + version);
    proposal.put("blockAt", 1);
    post(proposer, "/v1/monitor-rules", proposal)
        .then()
        .statusCode(422)
        .body("code", equalTo("MONITOR_RULES_INVALID"));
  }

  @Test
  void theMigrationShipsTheRulesThatTheSimulationRuns() {
    List<Rule> shipped =
        database.read(
            new ControllerId("ctl-nobody"),
            handle -> rules.inForce(handle, LocalDate.of(2026, 11, 22)).rules());
    assertThat(shipped).containsExactlyInAnyOrderElementsOf(ShippedRules.get().rules());
  }

  @Test
  void whatIsRememberedOfAnActorIsKeptInTheDatabase() throws SQLException {
    reporter.report(reads(insider, 3));
    eventually(() -> stateOf(insider) > 0);
    assertThat(stateOf(insider)).isLessThan(4_096);
  }

  private static LocalDate lastWorkedDay() {
    LocalDate day = LocalDate.now(BusinessTime.ZONE).minusDays(1);
    while (!WorkingCalendar.official().isWorked(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  private static int stateOf(String employee) {
    try (Connection connection = PostgresServer.get().administrator("audit");
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select octet_length(state) from monitor_state where actor_id = '"
                    + employee
                    + "'")) {
      return rows.next() ? rows.getInt(1) : 0;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void block(String employee) {
    reporter.report(reads(employee, 31));
    eventually(() -> isBlocked(employee));
  }

  private static List<Map<String, Object>> reads(String employee, int people) {
    return readsAt("ctl-donghai", employee, people);
  }

  private static List<Map<String, Object>> readsAt(String controller, String employee, int people) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      Map<String, Object> event = read(employee, Ids.random(), false);
      event.put("controllerId", controller);
      events.add(event);
    }
    return events;
  }

  private static Map<String, Object> read(String employee, UUID customer, boolean own) {
    Map<String, Object> event = Reporter.recordRead(employee, customer);
    event.put("occurredAt", TEN_O_CLOCK.toString());
    event.put("lookup", Map.of("kind", "id", "own", own));
    return event;
  }

  private static boolean isBlocked(String employee) {
    String interception = interception(employee);
    return "BLOCK".equals(interception) || "LOCK".equals(interception);
  }

  private static @org.jspecify.annotations.Nullable String interception(String employee) {
    return interception("ctl-donghai", employee);
  }

  private static @org.jspecify.annotations.Nullable String interception(
      String controller, String employee) {
    return blocks(-1)
        .getString(
            "blocks.find { it.actorId == '%s' && it.controllerId == '%s' }?.interception"
                .formatted(employee, controller));
  }

  private static JsonPath blocks(long known) {
    return given()
        .auth()
        .oauth2(TestTokens.service("gateway"))
        .queryParam("known", known)
        .get("/v1/blocks")
        .jsonPath();
  }

  private static JsonPath alerts(String token) {
    return given().auth().oauth2(token).queryParam("first", 50).get("/v1/alerts").jsonPath();
  }

  private static JsonPath newestAlert(String employee) {
    return newestAlertSeenBy(OFFICER, employee);
  }

  private static JsonPath newestAlertSeenBy(String token, String employee) {
    Map<String, Object> alert =
        alerts(token).get("alerts.find { it.actorId == '" + employee + "' }");
    return new JsonPath(json(alert));
  }

  private static String json(Map<String, Object> value) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(value);
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Response decide(String token, String id, String verdict) {
    return post(
        token,
        "/v1/alerts/" + id + "/verdict",
        Map.of("verdict", verdict, "reason", "looked into"));
  }

  private static Response post(String token, String path, Object body) {
    return given().auth().oauth2(token).contentType(ContentType.JSON).body(body).post(path);
  }

  /** Waits until the monitor has taken in everything that is in the log. */
  private void settle() {
    eventually(() ->
        database.systemRead(handle ->
            handle
                .createQuery(
                    "select size = (select next_log_index from monitor_cursor) from log_head")
                .mapTo(Boolean.class)
                .one()));
  }

  private static void eventually(BooleanSupplier condition) {
    for (int i = 0; i < 400; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(25_000_000);
    }
    throw new AssertionError("not within ten seconds");
  }
}
