package org.shouxin.consent.rightsrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.MovableClock;
import org.shouxin.platform.identity.Ids;

@QuarkusTest
@ConsentServiceTest
class RightsRequestTest {
  private Broker broker;
  private final String customer = Broker.newCustomer();

  @BeforeEach
  void open() {
    broker = Broker.open();
  }

  @Test
  void aRequestIsDueAfter30DaysAndItsAnswerStopsTheClock() {
    JsonPath filed = file("COPY").then().statusCode(201).extract().jsonPath();
    assertThat(filed.getString("state")).isEqualTo("VERIFIED");
    assertThat(left(filed)).isEqualTo(Duration.ofDays(30));
    step(filed, "answer", Map.of("textId", Ids.random().toString()))
        .then()
        .statusCode(200)
        .body("state", equalTo("ANSWERED"));
    assertThat(broker.eventsAbout(customer))
        .containsExactly("rights.received", "identity.verified", "rights.answered");
  }

  @Test
  void waitingForTheCustomerMovesTheDueTimeByAtMost15Days() {
    JsonPath filed = file("DELETE").jsonPath();
    step(filed, "waiting", Map.of()).then().statusCode(200).body("state", equalTo("WAITING"));
    MovableClock.ahead(
        Duration.ofDays(40),
        () ->
            assertThat(left(step(filed, "resumption", Map.of()).jsonPath()))
                .isEqualTo(Duration.ofDays(45)));
  }

  @Test
  void aRefusalNeedsAReasonCodeAndAText() {
    JsonPath filed = file("PORTABILITY").jsonPath();
    step(filed, "refusal", Map.of("reasonCode", "STATUTORY_RETENTION"))
        .then()
        .statusCode(422)
        .body("code", equalTo("REFUSAL_UNREASONED"));
    step(filed, "refusal", Map.of("textId", Ids.random().toString())).then().statusCode(422);
    step(
            filed,
            "refusal",
            Map.of("reasonCode", "STATUTORY_RETENTION", "textId", Ids.random().toString()))
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"))
        .body("reasonCode", equalTo("STATUTORY_RETENTION"));
    step(filed, "answer", Map.of("textId", Ids.random().toString())).then().statusCode(409);
  }

  /** Issue 7, bad input: a copy of the request, because an answer was lost. */
  @Test
  void aRequestThatArrivesAgainWithItsKeyIsTheFirstOne() {
    String id = fileWithKey("COPY", "key-of-one-act").then().statusCode(201).extract().path("id");
    String again = fileWithKey("COPY", "key-of-one-act").path("id");
    assertThat(again).isEqualTo(id);
    assertThat(broker.eventsAbout(customer))
        .containsExactly("rights.received", "identity.verified");
    fileWithKey("ACCESS", "key-of-one-act")
        .then()
        .statusCode(409)
        .body("code", equalTo("IDEMPOTENCY_CONFLICT"));
    String another = fileWithKey("COPY", "key-of-another-act").path("id");
    assertThat(another).isNotEqualTo(id);
  }

  @Test
  void anUnknownTypeIsNamed() {
    file("FORGET").then().statusCode(400).body("code", equalTo("RIGHTS_REQUEST_TYPE_UNKNOWN"));
  }

  private Response fileWithKey(String type, String key) {
    return broker
        .customer(customer)
        .header("Idempotency-Key", key)
        .body(Map.of("customerId", customer, "type", type))
        .post("/v1/rights-requests");
  }

  private Response file(String type) {
    return broker
        .customer(customer)
        .body(Map.of("customerId", customer, "type", type))
        .post("/v1/rights-requests");
  }

  private Response step(JsonPath request, String step, Map<String, String> body) {
    return broker
        .officer()
        .body(body)
        .post("/v1/rights-requests/" + request.getString("id") + "/" + step);
  }

  private static Duration left(JsonPath request) {
    return Duration.between(
        Instant.parse(request.getString("receivedAt")), Instant.parse(request.getString("dueAt")));
  }
}
