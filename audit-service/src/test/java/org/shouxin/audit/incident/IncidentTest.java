package org.shouxin.audit.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.platform.identity.Ids;

@QuarkusTest
@AuditServiceTest
@NullUnmarked
class IncidentTest {
  private static final Officer DELIVERER = Officer.service("records-service");
  private static final Map<String, Object> REVIEW =
      Map.of("reportSha256", "x".repeat(43), "lessons", "limit what one person may read a day");

  private final String nosy = "emp-" + Ids.random();
  private final UUID lilei = Ids.random();
  private final UUID hanmei = Ids.random();

  @Test
  void anIncidentGoesItsWayFromTheOpeningToTheEnd() {
    String incident = opened(false);
    JsonPath issued = Officer.DENG.step(incident, "notices", Map.of("items", Officer.items()));
    assertThat(issued.getString("noticeDecision")).isEqualTo("NOTIFY");
    assertThat(issued.getInt("progress.waiting")).isEqualTo(2);
    Map<String, String> orders = claim(incident);
    assertThat(orders.keySet()).containsExactlyInAnyOrder(lilei.toString(), hanmei.toString());
    assertThat(claim(incident)).isEmpty();
    outcome(orders.get(lilei.toString()), "SENT");
    outcome(orders.get(lilei.toString()), "NO_ADDRESS");
    outcome(orders.get(hanmei.toString()), "NO_ADDRESS");
    JsonPath progress = Officer.DENG.get("/v1/incidents/" + incident);
    assertThat(progress.getInt("progress.sent")).isEqualTo(1);
    assertThat(progress.getInt("progress.undelivered")).isEqualTo(1);
    assertThat(mine(hanmei)).containsExactly(incident);
    assertThat(Officer.DENG.get("/v1/incidents/" + incident).getInt("progress.undelivered"))
        .isZero();
    List.of("FIRST", "WRITTEN")
        .forEach(kind -> Officer.DENG.report(incident, kind, "NFRA-" + kind));
    Officer.DENG.step(incident, "containment", Map.of("measures", "the account was locked"));
    assertThat(Officer.DENG.report(incident, "FINAL_NFRA", "NFRA-9").getString("state"))
        .isEqualTo("REPORTED");
    assertThat(Officer.DENG.step(incident, "notification", Map.of()).getString("state"))
        .isEqualTo("SETTLED");
    Officer.DENG.step(incident, "review", REVIEW);
    assertThat(Officer.DENG.step(incident, "closing", Map.of()).getString("state"))
        .isEqualTo("CLOSED");
    assertThat(Officer.eventsOf(incident, 16))
        .containsSubsequence(
            "incident.opened",
            "incident.assessed",
            "incident.affected.computed",
            "incident.affected.frozen",
            "incident.notice.issued",
            "incident.notice.delivery",
            "incident.report.submitted",
            "incident.contained",
            "incident.reported",
            "incident.notified",
            "incident.reviewed",
            "incident.closed");
  }

  @Test
  void aNoticeThatLacksItemsNamesAllOfThem() {
    String incident = opened(false);
    Map<String, Map<String, String>> items = Officer.items();
    List.of("CATEGORIES", "CAUSE", "HARM", "MEASURES_TAKEN", "CONTACT")
        .forEach(item -> items.get("en").remove(item));
    items.get("zh-CN").put("CAUSE", " ");
    Officer.DENG
        .tryStep(incident, "notices", Map.of("items", items))
        .then()
        .statusCode(422)
        .body("code", equalTo("INCIDENT_NOTICE_INCOMPLETE"))
        .body(
            "errors.field",
            equalTo(
                List.of(
                    "zh-CN.CAUSE",
                    "en.CATEGORIES",
                    "en.CAUSE",
                    "en.HARM",
                    "en.MEASURES_TAKEN",
                    "en.CONTACT")));
    items.put("en", Officer.items().get("en"));
    items.get("zh-CN").put("CAUSE", "李雷 13800138000 的信息被下载");
    Officer.DENG
        .tryStep(incident, "notices", Map.of("items", items))
        .then()
        .statusCode(422)
        .body("code", equalTo("INCIDENT_TEXT_PERSONAL"));
  }

  @Test
  void theDraftTellsTheCategoriesInBothLanguagesAndLeavesOpenWhatOnlyPeopleKnow() {
    JsonPath draft = Officer.DENG.get("/v1/incidents/" + opened(false) + "/draft");
    assertThat(draft.getString("items.'zh-CN'.CATEGORIES")).isEqualTo("姓名");
    assertThat(draft.getString("items.en.CATEGORIES")).isEqualTo("name");
    assertThat(draft.getString("items.en.CAUSE")).isEmpty();
  }

  @Test
  void thatNobodyNeedsToBeToldTakesAReasonAndASecondComplianceOfficer() {
    String incident = opened(false);
    Officer.DENG
        .tryStep(incident, "no-notice", Map.of("reason", "trust me"))
        .then()
        .statusCode(422)
        .body("code", equalTo("REASON_TOO_SHORT"));
    Officer.DENG.step(
        incident, "no-notice", Map.of("reason", "the file was encrypted and came back unopened"));
    Officer.DENG
        .tryStep(incident, "no-notice/approval", Map.of())
        .then()
        .statusCode(422)
        .body("code", equalTo("SELF_APPROVAL"));
    Officer.of("supervisor", "1010")
        .tryStep(incident, "no-notice/approval", Map.of())
        .then()
        .statusCode(403);
    JsonPath approved = Officer.LIU.step(incident, "no-notice/approval", Map.of());
    assertThat(approved.getString("noticeDecision")).isEqualTo("NO_NOTICE");
    assertThat(approved.getString("clocks.find { it.code == 'K-14-DECIDE' }.metAt")).isNotNull();
    assertThat(mine(lilei)).isEmpty();
  }

  @Test
  void whereMinorsAreAffectedTheirGuardiansAreTold() {
    String incident = Officer.DENG.open(Duration.ofMinutes(1), false);
    Officer.DENG.step(incident, "assessment", Officer.wizard(3, true));
    Officer.DENG
        .tryStep(incident, "no-notice", Map.of("reason", "the file was encrypted all the time"))
        .then()
        .statusCode(422)
        .body("code", equalTo("INCIDENT_MINORS_NOTICE"));
  }

  @Test
  void closingIsRefusedWithTheNamesOfEverythingThatIsOpen() {
    String incident = opened(false);
    Officer.DENG.step(incident, "notices", Map.of("items", Officer.items()));
    claim(incident).values().forEach(order -> outcome(order, "UNCERTAIN"));
    Officer.DENG
        .tryStep(incident, "closing", Map.of())
        .then()
        .statusCode(409)
        .body("code", equalTo("INCIDENT_NOT_CLOSABLE"))
        .body(
            "errors.code",
            hasItems("CLOCK_OPEN", "NOTICES_UNDELIVERED", "NOT_SETTLED", "NO_REVIEW_REPORT"));
    Officer.DENG
        .tryStep(incident, "notification", Map.of())
        .then()
        .statusCode(409)
        .body("errors.code", equalTo(List.of("NOTICES_UNDELIVERED")));
    Officer.DENG
        .tryStep(incident, "review", REVIEW)
        .then()
        .statusCode(409)
        .body("code", equalTo("INCIDENT_STATE_CONFLICT"));
    Officer.DENG.step(
        incident,
        "undelivered-decision",
        Map.of("substitute", "LETTER", "reason", "letters were sent by registered post"));
    Officer.DENG.step(incident, "containment", Map.of("measures", "the account was locked"));
    assertThat(Officer.DENG.step(incident, "notification", Map.of()).getString("state"))
        .isEqualTo("NOTIFIED");
  }

  @Test
  void aBreachIsExplainedInTheReviewOrTheReviewIsRefused() {
    String incident = Officer.DENG.open(Duration.ofMinutes(125), false);
    Officer.DENG.assessAndFreeze(incident, nosy);
    Officer.DENG.step(incident, "notices", Map.of("items", Officer.items()));
    List.of("FIRST", "WRITTEN")
        .forEach(kind -> Officer.DENG.report(incident, kind, "NFRA-" + kind));
    Officer.DENG.step(incident, "containment", Map.of("measures", "the account was locked"));
    Officer.DENG.report(incident, "FINAL_NFRA", "NFRA-9");
    Officer.DENG.step(incident, "notification", Map.of());
    Officer.DENG
        .tryStep(incident, "review", REVIEW)
        .then()
        .statusCode(422)
        .body("code", equalTo("INCIDENT_REVIEW_INCOMPLETE"))
        .body("errors.field", equalTo(List.of("K-09")));
    Map<String, Object> explained = new java.util.HashMap<>(REVIEW);
    explained.put("breachExplanation", "the alert was read after the night shift");
    assertThat(Officer.DENG.step(incident, "review", explained).getString("state"))
        .isEqualTo("REVIEWED");
  }

  @Test
  void aDrillTakesTheSameWayAndNothingLeavesTheHouse() {
    String drill = opened(true);
    JsonPath issued = Officer.DENG.step(drill, "notices", Map.of("items", Officer.items()));
    assertThat(issued.getInt("progress.withheld")).isEqualTo(2);
    assertThat(claim(drill)).isEmpty();
    assertThat(mine(lilei)).isEmpty();
    Officer.DENG
        .tryStep(
            drill,
            "reports",
            Map.of("kind", "FIRST", "items", Officer.items(), "submission", "NFRA-2026-1"))
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));
    List.of("FIRST", "WRITTEN").forEach(kind -> Officer.DENG.report(drill, kind, "DRILL"));
    Officer.DENG.step(drill, "containment", Map.of("measures", "the account was locked"));
    Officer.DENG.report(drill, "FINAL_NFRA", "DRILL");
    Officer.DENG.step(drill, "notification", Map.of());
    Officer.DENG.step(drill, "review", REVIEW);
    JsonPath closed = Officer.DENG.step(drill, "closing", Map.of());
    assertThat(closed.getInt("drillScore.score")).isEqualTo(100);
    assertThat(closed.getInt("drillScore.clocksMet")).isEqualTo(5);
    assertThat(Officer.eventsOf(drill, 13))
        .contains("drill.report.rehearsed", "incident.closed")
        .doesNotContain("incident.report.submitted");
    assertThat(Log.rows(drill)).allMatch(row -> "DRILL".equals(row.get("channel")));
  }

  @Test
  void supervisorAndAuditorReadAndOthersSeeNothing() {
    String incident = opened(false);
    Officer.of("supervisor", "1010").get("/v1/incidents/" + incident);
    Officer.of("auditor", "1003").get("/v1/incidents");
    for (Officer other : List.of(Officer.of("client-manager", "1024"), Officer.customer(lilei))) {
      io.restassured.RestAssured.given()
          .auth()
          .oauth2(other.token())
          .get("/v1/incidents/" + incident)
          .then()
          .statusCode(403);
    }
    for (String role : List.of("supervisor", "auditor", "operator")) {
      Officer.of(role, "1011").tryStep(incident, "closing", Map.of()).then().statusCode(403);
    }
    Officer.service("consent-service")
        .post("/v1/notice-orders/claims", Map.of("most", 1))
        .then()
        .statusCode(403);
    io.restassured.RestAssured.given()
        .auth()
        .oauth2(
            org.shouxin.testing.TestTokens.employee(
                "ctl-xinghe", "compliance-officer", "9001", "HQ"))
        .get("/v1/incidents/" + incident)
        .then()
        .statusCode(404)
        .body("code", equalTo("INCIDENT_NOT_FOUND"));
  }

  private String opened(boolean drill) {
    new Reporter()
        .report(List.of(Reporter.recordRead(nosy, lilei), Reporter.recordRead(nosy, hanmei)));
    String incident = Officer.DENG.open(Duration.ofMinutes(1), drill);
    Officer.DENG.assessAndFreeze(incident, nosy);
    return incident;
  }

  /** Orders of an incident that the deliverer gets now, by customer. */
  private static Map<String, String> claim(String incident) {
    List<Map<String, Object>> orders = new ArrayList<>();
    List<Map<String, Object>> round;
    do {
      round =
          DELIVERER.post("/v1/notice-orders/claims", Map.of("most", 100)).jsonPath().getList("");
      orders.addAll(round);
    } while (!round.isEmpty());
    Map<String, String> mine = new java.util.TreeMap<>();
    orders.stream()
        .filter(order -> incident.equals(order.get("incidentId")))
        .forEach(order ->
            mine.put(
                String.valueOf(order.get("customerId")), String.valueOf(order.get("orderId"))));
    return mine;
  }

  private static void outcome(String order, String outcome) {
    DELIVERER
        .post(
            "/v1/notice-orders/outcomes",
            Map.of(
                "outcomes",
                List.of(
                    Map.of("orderId", order, "controllerId", "ctl-donghai", "outcome", outcome))))
        .then()
        .statusCode(204);
  }

  private static List<String> mine(UUID customer) {
    return Officer.customer(customer)
        .post("/v1/incident-notices/mine", Map.of("language", "zh-CN"))
        .then()
        .statusCode(200)
        .extract()
        .path("incidentId");
  }
}
