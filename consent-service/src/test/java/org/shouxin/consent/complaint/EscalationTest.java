package org.shouxin.consent.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.MovableClock;
import org.shouxin.consent.duty.ClockWatchProbe;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.TestTokens;

/** R-CP-01: who is told that a complaint is late or major, and what a major one needs. */
@QuarkusTest
@ConsentServiceTest
@NullUnmarked
class EscalationTest {
  private static final String TEXT = Ids.random().toString();
  private static final String HANDLER = "3001";
  private static final String CLAIMS = "/v1/case-notice-mails/claims";

  @Inject ClockWatchProbe watch;

  private final String customer = Broker.newCustomer();
  private Broker broker;

  @BeforeEach
  void open() {
    broker = Broker.open();
  }

  @Test
  void thoseWhoAreNamedForItAreToldAt24And48And60HoursAndAtTheBreach() {
    String id = file();
    Map<Integer, List<String>> told = new LinkedHashMap<>();
    for (int hours : List.of(25, 49, 61, 73)) {
      MovableClock.ahead(Duration.ofHours(hours), watch::look);
      told.put(hours, queues(id));
    }
    assertThat(told)
        .containsExactly(
            Map.entry(25, List.of("compliance ESCALATED 25")),
            Map.entry(49, List.of("compliance ESCALATED 25", "supervisor ESCALATED 49")),
            Map.entry(
                61,
                List.of(
                    "compliance ESCALATED 25",
                    "compliance ESCALATED 61",
                    "supervisor ESCALATED 49",
                    "supervisor ESCALATED 61")),
            Map.entry(
                73,
                List.of(
                    "compliance BREACHED 73",
                    "compliance ESCALATED 25",
                    "compliance ESCALATED 61",
                    "supervisor BREACHED 73",
                    "supervisor ESCALATED 49",
                    "supervisor ESCALATED 61")));
  }

  @Test
  void theHandlerIsToldFirstAndWhomItIsAboutNever() {
    String id = file();
    assign(id, Map.of("employeeNo", "3997"));
    MovableClock.ahead(Duration.ofHours(25), watch::look);
    assertThat(noticesOf(as("compliance-officer", "3997"), id)).containsExactly("ESCALATED 25");
    assertThat(queues(id)).isEmpty();
    assign(id, Map.of("employeeNo", HANDLER, "concerned", List.of("3996")));
    MovableClock.ahead(Duration.ofHours(49), watch::look);
    assertThat(noticesOf(as("supervisor", "3996"), id)).isEmpty();
    assertThat(noticesOf(as("supervisor", "3995"), id)).containsExactly("ESCALATED 49");
  }

  @Test
  void aNoticeStaysInTheQueueUntilSomebodyOfItsFunctionHasSeenIt() {
    String id = file();
    MovableClock.ahead(Duration.ofHours(49), watch::look);
    JsonPath queue = as("supervisor", "3999").get("/v1/case-notices").jsonPath();
    String notice = queue.getString("find { it.caseId == '%s' }.id".formatted(id));
    see(as("compliance-officer", "3998"), notice).then().statusCode(404);
    see(as("supervisor", "3999"), notice).then().statusCode(204);
    assertThat(noticesOf(as("supervisor", "3994"), id)).isEmpty();
    see(as("supervisor", "3994"), notice).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
  }

  /** D-127: the mailer learns which case waits and whom it is for, and nothing of the person. */
  @Test
  void anEscalationIsMailedOnceAndNotToWhomItIsAboutAndNotWhenItWasSeen() {
    String id = file();
    String number = broker.officer().get("/v1/complaints/" + id).path("number");
    assign(id, Map.of("employeeNo", HANDLER, "concerned", List.of("3777")));
    MovableClock.ahead(Duration.ofHours(25), watch::look);
    MovableClock.ahead(Duration.ofHours(61), watch::look);
    for (String notice : noticeIdsOf(as("supervisor", "3999"), id, "SUPERVISOR")) {
      see(as("supervisor", "3999"), notice).then().statusCode(204);
    }
    assign(id, Map.of("employeeNo", HANDLER, "concerned", List.of("3778")));
    List<Map<String, Object>> mails =
        claimed().stream().filter(mail -> isOf(mail, number)).toList();
    assertThat(mails)
        .extracting(
            mail -> mail.get("audience") + " " + mail.get("hours") + " " + mail.get("handler"))
        .containsExactlyInAnyOrder("HANDLER 25 " + HANDLER, "COMPLIANCE_OFFICER 61 null");
    assertThat(mails)
        .allSatisfy(mail -> {
          assertThat(mail.get("notTo")).isEqualTo(List.of("3777", "3778"));
          assertThat(mail.toString()).doesNotContain(customer, id);
        });
    assertThat(claimed()).noneMatch(mail -> isOf(mail, number));
    broker.officer().body(Map.of("most", 10)).post(CLAIMS).then().statusCode(403);
    Broker.as(TestTokens.service("gateway"))
        .body(Map.of("most", 10))
        .post(CLAIMS)
        .then()
        .statusCode(403);
  }

  /** D-127: how a mail ended stands in the log, once, whatever a second report says. */
  @Test
  void howAMailEndedIsAnEventAndItsFirstEndStays() {
    String id = file();
    String number = broker.officer().get("/v1/complaints/" + id).path("number");
    MovableClock.ahead(Duration.ofHours(25), watch::look);
    Map<String, Object> mail =
        claimed().stream().filter(one -> isOf(one, number)).findFirst().orElseThrow();
    for (String outcome : List.of("RETRY", "SENT", "NO_ADDRESS")) {
      Broker.as(TestTokens.service("records-service"))
          .body(
              Map.of(
                  "outcomes",
                  List.of(
                      Map.of(
                          "controllerId", mail.get("controllerId"),
                          "noticeId", mail.get("noticeId"),
                          "outcome", outcome))))
          .post("/v1/case-notice-mails/outcomes")
          .then()
          .statusCode(204);
    }
    assertThat(broker.reasonsOf(mail.get("noticeId").toString()))
        .containsExactly("case.notice.raised,COMPLIANCE_OFFICER", "case.notice.mailed,SENT");
  }

  /** Receipt numbers are a controller's own. */
  private boolean isOf(Map<String, Object> mail, String number) {
    return broker.controller().equals(mail.get("controllerId"))
        && number.equals(mail.get("number"));
  }

  private static List<String> noticeIdsOf(RequestSpecification reader, String id, String audience) {
    return reader
        .get("/v1/case-notices")
        .path("findAll { it.caseId == '%s' && it.audience == '%s' }.id".formatted(id, audience));
  }

  private static List<Map<String, Object>> claimed() {
    return Broker.as(TestTokens.service("records-service"))
        .body(Map.of("most", 100))
        .post(CLAIMS)
        .path("");
  }

  @Test
  void whatIsReadAsMajorIsToldAtOnceAndDecidedOnlyWithItsPlan() {
    String id = file();
    assign(
            id,
            Map.of(
                "employeeNo",
                HANDLER,
                "stakes",
                Map.of("amount", 100_000, "people", 4, "media", false, "dataLeak", true)))
        .then()
        .statusCode(200)
        .body("grounds", contains("AMOUNT", "DATA_LEAK"));
    assertThat(queues(id)).containsExactly("compliance MAJOR null", "supervisor MAJOR null");
    step(id, "response", Map.of("textId", TEXT)).then().statusCode(200);
    step(id, "check", Map.of("kind", "DECIDED")).then().statusCode(409);
    step(id, "decision", Map.of("textId", TEXT))
        .then()
        .statusCode(409)
        .body("code", equalTo("CONFLICT"));
    step(id, "plan", Map.of("route", "MEDIATION")).then().body("plan", equalTo("MEDIATION"));
    step(id, "decision", Map.of("textId", TEXT)).then().statusCode(200);
    assertThat(broker.eventsAbout(customer))
        .containsExactly(
            "complaint.received",
            "complaint.major",
            "complaint.major",
            "complaint.assigned",
            "complaint.responded",
            "complaint.plan.started",
            "complaint.decided");
  }

  @Test
  void belowEveryThresholdNothingIsMajorAndOneMoreAfterTwoDecisionsOfAYearIs() {
    String first = file();
    assign(
            first,
            Map.of(
                "employeeNo",
                HANDLER,
                "stakes",
                Map.of("amount", 99_999, "people", 4, "media", false, "dataLeak", false)))
        .then()
        .body("grounds", empty());
    decide(first);
    file();
    String second = file();
    assign(second, Map.of("employeeNo", HANDLER));
    decide(second);
    String third = file();
    broker.officer().get("/v1/complaints/" + third).then().body("grounds", contains("REPEAT"));
    List<List<String>> hers =
        broker
            .customer(customer)
            .body(Map.of())
            .post("/v1/complaints/query")
            .path("complaints.grounds");
    assertThat(hers).containsOnly(List.of());
  }

  @Test
  void aStepThatWouldBeRefusedIsRefusedBeforeItsTextIsSealed() {
    String id = file();
    step(id, "check", Map.of("kind", "RESPONDED"))
        .then()
        .statusCode(409)
        .body("code", equalTo("COMPLAINT_NOT_ASSIGNED"));
    assign(id, Map.of("employeeNo", HANDLER));
    step(id, "check", Map.of("kind", "RESPONDED")).then().statusCode(204);
    assertThat(broker.officer().get("/v1/complaints/" + id).<String>path("state"))
        .isEqualTo("RECEIVED");
    String request =
        broker
            .customer(customer)
            .body(Map.of("customerId", customer, "type", "COPY"))
            .post("/v1/rights-requests")
            .path("id");
    Map<String, Integer> checks = new LinkedHashMap<>();
    for (String body :
        List.of(
            "{\"kind\":\"ANSWERED\"}",
            "{\"kind\":\"REFUSED\",\"reasonCode\":\"NO_GROUND\"}",
            "{\"kind\":\"REFUSED\",\"reasonCode\":\"because\"}",
            "{\"kind\":\"REFUSED\"}")) {
      checks.put(
          body,
          broker
              .officer()
              .body(body)
              .post("/v1/rights-requests/" + request + "/check")
              .statusCode());
    }
    assertThat(checks.values()).containsExactly(204, 204, 422, 422);
  }

  private void decide(String id) {
    step(id, "response", Map.of("textId", TEXT)).then().statusCode(200);
    step(id, "decision", Map.of("textId", TEXT)).then().statusCode(200);
  }

  private String file() {
    return broker
        .customer(customer)
        .body(Map.of("customerId", customer, "textId", Ids.random().toString()))
        .post("/v1/complaints")
        .path("id");
  }

  /** By an officer of her own, who names the handler. */
  private Response assign(String id, Map<String, Object> assignment) {
    return as("compliance-officer", "3998")
        .body(assignment)
        .post("/v1/complaints/" + id + "/assignment");
  }

  private Response step(String id, String step, Map<String, String> body) {
    return broker.officer().body(body).post("/v1/complaints/" + id + "/" + step);
  }

  private static Response see(RequestSpecification reader, String notice) {
    return reader.body(Map.of()).post("/v1/case-notices/" + notice + "/acknowledgement");
  }

  /** What stands in the queue of a supervisor and of a compliance officer about one case. */
  private List<String> queues(String id) {
    List<String> told = new ArrayList<>();
    noticesOf(as("compliance-officer", "3998"), id).forEach(each -> told.add("compliance " + each));
    noticesOf(as("supervisor", "3999"), id).forEach(each -> told.add("supervisor " + each));
    return told;
  }

  private static List<String> noticesOf(RequestSpecification reader, String id) {
    JsonPath queue = reader.get("/v1/case-notices").jsonPath();
    return queue
        .<String>getList(
            "findAll { it.caseId == '%s' }.collect { it.kind + ' ' + it.hours }".formatted(id))
        .stream()
        .sorted()
        .toList();
  }

  private RequestSpecification as(String role, String employeeNo) {
    return Broker.as(broker.staff(role, employeeNo));
  }
}
