package org.shouxin.consent.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.MovableClock;
import org.shouxin.consent.duty.ClockWatchProbe;
import org.shouxin.platform.identity.Ids;

@QuarkusTest
@ConsentServiceTest
class ComplaintTest {
  private static final String TEXT = Ids.random().toString();

  /** The officer of the fixture. */
  private static final String HANDLER = "3001";

  @Inject ClockWatchProbe watch;

  private Broker broker;
  private final String customer = Broker.newCustomer();

  @BeforeEach
  void open() {
    broker = Broker.open();
  }

  @Test
  void theFirstAnswerByAPersonIsDue72HoursAfterReceiptAndStopsTheClock() {
    JsonPath filed = file(customer, customer).then().statusCode(201).extract().jsonPath();
    Instant received = Instant.parse(filed.getString("receivedAt"));
    assertThat(Duration.between(received, Instant.parse(filed.getString("firstResponseDueAt"))))
        .isEqualTo(Duration.ofHours(72));
    assertThat(filed.getString("number")).matches("TS\\d{8}-\\d{4}");

    assign(filed, HANDLER).then().statusCode(200).body("handler", equalTo(HANDLER));
    JsonPath answered = step(filed, "response", Map.of("textId", TEXT)).jsonPath();
    assertThat(answered.getString("state")).isEqualTo("RESPONDED");
    assertThat(answered.getString("firstResponseAt")).isNotNull();
    assertThat(broker.eventsAbout(customer))
        .containsExactly("complaint.received", "complaint.assigned", "complaint.responded");
  }

  @Test
  void anUnansweredComplaintEscalatesAndIsBreachedAfter72Hours() {
    String id = file(customer, customer).path("id");
    MovableClock.ahead(Duration.ofHours(49), watch::look);
    MovableClock.ahead(Duration.ofHours(73), watch::look);
    assertThat(watch.events(broker.controller(), id, "K-01"))
        .containsExactly("STARTED", "ESCALATED", "BREACHED");
    JsonPath seen = broker.officer().get("/v1/complaints/" + id).jsonPath();
    assertThat(seen.getInt("clocks.find { it.code == 'K-01' }.escalatedHours")).isEqualTo(49);
    assertThat(seen.getString("clocks.find { it.code == 'K-01' }.breachedAt")).isNotNull();
    assertThat(seen.getString("clocks.find { it.code == 'K-02' }.breachedAt")).isNull();
  }

  @Test
  void oneClockThatCannotBeWorkedOnIsSetAsideAndTheOthersGoOn() {
    UUID poison = Ids.random();
    watch.putPoison(broker.controller(), poison);
    String id = file(customer, customer).path("id");
    MovableClock.ahead(Duration.ofHours(73), watch::look);
    assertThat(watch.events(broker.controller(), id, "K-01"))
        .containsExactly("STARTED", "BREACHED");
    assertThat(watch.takePoison(poison)).isAfter(Instant.now().plus(Duration.ofHours(73)));
  }

  @Test
  void aComplaintWithAnOpenPromiseCannotBeClosed() {
    JsonPath filed = file(customer, customer).jsonPath();
    assign(filed, HANDLER);
    step(filed, "response", Map.of("textId", TEXT));
    JsonPath promised = step(filed, "promises", Map.of("dueOn", "2027-01-31")).jsonPath();
    step(filed, "decision", Map.of("textId", TEXT)).then().statusCode(200);
    step(filed, "closing", Map.of()).then().statusCode(409).body("code", equalTo("CONFLICT"));
    String promise = promised.getString("openPromises[0].id");
    step(filed, "promises/" + promise + "/keeping", Map.of()).then().statusCode(200);
    step(filed, "closing", Map.of()).then().statusCode(200).body("state", equalTo("CLOSED"));
  }

  /** K-02: 15 days, 30 with a reason, 60 with the approval of somebody above. */
  @Test
  void theDecisionIsPutOffOnceAndOnceMoreWithASeniorsApprovalAndTheCustomerIsToldWhy() {
    JsonPath filed = file(customer, customer).jsonPath();
    assign(filed, HANDLER);
    String first = Ids.random().toString();
    String second = Ids.random().toString();
    assertThat(days(filed)).isEqualTo(15);
    assertThat(days(step(filed, "extension", Map.of("textId", first)).jsonPath())).isEqualTo(30);
    assertThat(extensionsToldToTheCustomer()).containsExactly(first);

    JsonPath waiting = step(filed, "extension", Map.of("textId", second)).jsonPath();
    assertThat(days(waiting)).isEqualTo(30);
    assertThat(waiting.getString("proposedExtensionTextId")).isEqualTo(second);
    assertThat(extensionsToldToTheCustomer()).containsExactly(first);
    step(filed, "extension", Map.of("textId", TEXT)).then().statusCode(409);

    assertThat(days(approve(filed, "3999").jsonPath())).isEqualTo(60);
    assertThat(extensionsToldToTheCustomer()).containsExactly(first, second);
    step(filed, "extension", Map.of("textId", TEXT))
        .then()
        .statusCode(409)
        .body("code", equalTo("CONFLICT"));
    assertThat(watch.events(broker.controller(), filed.getString("id"), "K-02"))
        .containsExactly("STARTED", "EXTENDED", "EXTENDED");
    MovableClock.ahead(Duration.ofDays(56), watch::look);
    assertThat(watch.events(broker.controller(), filed.getString("id"), "K-02"))
        .containsExactly("STARTED", "EXTENDED", "EXTENDED", "ESCALATED");
  }

  @Test
  void nobodyApprovesAnExtensionOfTheirOwnAndNoneComesWhenTheTimeIsOver() {
    JsonPath filed = file(customer, customer).jsonPath();
    assign(filed, "3999");
    for (int wishes = 0; wishes < 2; wishes++) {
      Broker.as(broker.staff("supervisor", "3999"))
          .body(Map.of("textId", TEXT))
          .post(path(filed, "extension"))
          .then()
          .statusCode(200);
    }
    approve(filed, "3999").then().statusCode(403).body("code", equalTo("COMPLAINT_SELF_HANDLING"));
    MovableClock.ahead(
        Duration.ofDays(31),
        () -> approve(filed, "3997").then().statusCode(409).body("code", equalTo("CONFLICT")));
    approve(filed, "3997").then().statusCode(200);
  }

  /** Issue 7, bad input: a copy of the request, because an answer was lost. */
  @Test
  void aComplaintThatArrivesAgainWithTheSameSealedTextIsTheFirstOne() {
    Map<String, String> filing = Map.of("customerId", customer, "textId", Ids.random().toString());
    String number = broker.customer(customer).body(filing).post("/v1/complaints").path("number");
    String again = broker.customer(customer).body(filing).post("/v1/complaints").path("number");
    assertThat(again).isEqualTo(number);
    assertThat(broker.eventsAbout(customer)).containsExactly("complaint.received");
    String other = Broker.newCustomer();
    broker
        .customer(other)
        .body(Map.of("customerId", other, "textId", filing.get("textId")))
        .post("/v1/complaints")
        .then()
        .statusCode(409)
        .body("code", equalTo("IDEMPOTENCY_CONFLICT"));
  }

  @Test
  void onlyTheHandlerWhomSomebodyElseNamedAnswers() {
    JsonPath filed = file(customer, customer).jsonPath();
    step(filed, "response", Map.of("textId", TEXT))
        .then()
        .statusCode(409)
        .body("code", equalTo("COMPLAINT_NOT_ASSIGNED"));
    broker
        .officer()
        .body(Map.of("employeeNo", HANDLER))
        .post(path(filed, "assignment"))
        .then()
        .statusCode(403)
        .body("code", equalTo("COMPLAINT_SELF_HANDLING"));
    assign(filed, "3002");
    step(filed, "response", Map.of("textId", TEXT))
        .then()
        .statusCode(409)
        .body("code", equalTo("COMPLAINT_NOT_ASSIGNED"));
    assertThat(broker.eventsAbout(customer))
        .containsExactly("complaint.received", "complaint.assigned");
  }

  @Test
  void whomAComplaintIsAboutTakesNoStepInIt() {
    JsonPath filed = file(customer, customer).jsonPath();
    assign(filed, HANDLER, HANDLER)
        .then()
        .statusCode(403)
        .body("code", equalTo("COMPLAINT_SELF_HANDLING"));
    assign(filed, HANDLER).then().statusCode(200).body("concerned", empty());
    assign(filed, "3002", HANDLER).then().statusCode(200).body("concerned", contains(HANDLER));
    for (String step : List.of("response", "decision")) {
      step(filed, step, Map.of("textId", TEXT))
          .then()
          .statusCode(403)
          .body("code", equalTo("COMPLAINT_SELF_HANDLING"));
    }
    List<List<String>> told =
        broker
            .customer(customer)
            .body(Map.of())
            .post("/v1/complaints/query")
            .path("complaints.concerned");
    assertThat(told).containsExactly(List.of());
  }

  @Test
  void aComplaintIsPassedOnOnceAndThenByASupervisorOnly() {
    JsonPath filed = file(customer, customer).jsonPath();
    assign(filed, HANDLER).then().statusCode(200);
    assign(filed, "3002").then().statusCode(200);
    assign(filed, HANDLER).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    Broker.as(broker.staff("supervisor", "3999"))
        .body(Map.of("employeeNo", HANDLER))
        .post(path(filed, "assignment"))
        .then()
        .statusCode(200)
        .body("handler", equalTo(HANDLER));
  }

  @Test
  void nobodyComplainsInAnotherCustomersNameAndACustomerSeesOnlyOwnOnes() {
    file(customer, Broker.newCustomer()).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    String own = file(customer, customer).path("id");
    String other = Broker.newCustomer();
    String foreign = file(other, other).path("id");
    List<String> seen =
        broker.customer(customer).body(Map.of()).post("/v1/complaints/query").path("complaints.id");
    assertThat(seen).containsExactly(own);
    broker
        .officer()
        .body(Map.of("first", 2))
        .post("/v1/complaints/query")
        .then()
        .body("complaints.id", hasItem(foreign))
        .body("hasNextPage", equalTo(false));
  }

  @Test
  void aCustomerCannotAnswerHerOwnComplaint() {
    String id = file(customer, customer).path("id");
    broker
        .customer(customer)
        .body(Map.of("textId", TEXT))
        .post("/v1/complaints/" + id + "/response")
        .then()
        .statusCode(403);
  }

  private static long days(JsonPath complaint) {
    return Duration.between(
            Instant.parse(complaint.getString("receivedAt")),
            Instant.parse(complaint.getString("decisionDueAt")))
        .toDays();
  }

  private List<String> extensionsToldToTheCustomer() {
    JsonPath told =
        broker.customer(customer).body(Map.of()).post("/v1/complaints/query").jsonPath();
    assertThat(told.getString("complaints[0].proposedExtensionTextId")).isNull();
    assertThat(told.getString("complaints[0].answerTextId")).isNull();
    return told.getList("complaints[0].extensions.textId");
  }

  private Response approve(JsonPath complaint, String supervisor) {
    return Broker.as(broker.staff("supervisor", supervisor))
        .post(path(complaint, "extension/approval"));
  }

  private Response file(String caller, String about) {
    return broker
        .customer(caller)
        .body(Map.of("customerId", about, "textId", Ids.random().toString()))
        .post("/v1/complaints");
  }

  private Response step(JsonPath complaint, String step, Map<String, String> body) {
    return broker.officer().body(body).post(path(complaint, step));
  }

  /** By an officer of her own, who says whom it is about. */
  private Response assign(JsonPath complaint, String handler, String... concerned) {
    return Broker.as(broker.staff("compliance-officer", "3998"))
        .body(Map.of("employeeNo", handler, "concerned", List.of(concerned)))
        .post(path(complaint, "assignment"));
  }

  private static String path(JsonPath complaint, String step) {
    return "/v1/complaints/" + complaint.getString("id") + "/" + step;
  }
}
