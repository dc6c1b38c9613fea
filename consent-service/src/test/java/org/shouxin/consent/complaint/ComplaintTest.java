package org.shouxin.consent.complaint;

import static org.assertj.core.api.Assertions.assertThat;
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

    JsonPath answered = step(filed, "response", Map.of("textId", TEXT)).jsonPath();
    assertThat(answered.getString("state")).isEqualTo("RESPONDED");
    assertThat(answered.getString("firstResponseAt")).isNotNull();
    assertThat(broker.eventsAbout(customer))
        .containsExactly("complaint.received", "complaint.responded");
  }

  @Test
  void anUnansweredComplaintEscalatesAndIsBreachedAfter72Hours() {
    String id = file(customer, customer).path("id");
    MovableClock.ahead(Duration.ofHours(49), watch::look);
    MovableClock.ahead(Duration.ofHours(73), watch::look);
    assertThat(watch.events(broker.controller(), id, "K-01"))
        .containsExactly("STARTED", "ESCALATED", "BREACHED");
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
    step(filed, "response", Map.of("textId", TEXT));
    JsonPath promised = step(filed, "promises", Map.of("dueOn", "2027-01-31")).jsonPath();
    step(filed, "decision", Map.of("textId", TEXT)).then().statusCode(200);
    step(filed, "closing", Map.of()).then().statusCode(409).body("code", equalTo("CONFLICT"));
    String promise = promised.getString("openPromises[0].id");
    step(filed, "promises/" + promise + "/keeping", Map.of()).then().statusCode(200);
    step(filed, "closing", Map.of()).then().statusCode(200).body("state", equalTo("CLOSED"));
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

  private Response file(String caller, String about) {
    return broker
        .customer(caller)
        .body(Map.of("customerId", about, "textId", Ids.random().toString()))
        .post("/v1/complaints");
  }

  private Response step(JsonPath complaint, String step, Map<String, String> body) {
    return broker
        .officer()
        .body(body)
        .post("/v1/complaints/" + complaint.getString("id") + "/" + step);
  }
}
