package org.shouxin.consent.departure;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.TestTokens;

/** Every door of consent-service for a person who moved to another controller (R-BT-05). */
@QuarkusTest
@ConsentServiceTest
@NullUnmarked
class DeparturesTest {
  private static final String QUERY = "/v1/consent-records/query";

  private final String departed = Broker.newCustomer();
  private Broker broker;

  @BeforeEach
  void open() {
    broker = Broker.open();
  }

  @Test
  void whoeverDepartedIsToldSoAtEveryDoorAndIsUnknownToEverybodyElse() {
    String record = broker.share(departed);
    String other = Broker.newCustomer();
    broker.share(other);
    report().then().statusCode(204);
    report().then().statusCode(204);

    String text = Ids.random().toString();
    List<Supplier<Response>> doors =
        List.of(
            () ->
                hers()
                    .body(broker.ask(departed, "P-11", null, "CONTACT"))
                    .post("/v1/consent-records"),
            () -> hers().post("/v1/consent-records/" + record + "/withdrawal"),
            () -> hers().body(Map.of("customerIds", List.of(departed))).post(QUERY),
            () ->
                hers().body(Map.of("customerId", departed, "textId", text)).post("/v1/complaints"),
            () ->
                hers()
                    .body(Map.of("customerId", departed, "type", "COPY"))
                    .post("/v1/rights-requests"));
    for (Supplier<Response> door : doors) {
      door.get().then().statusCode(410).body("code", equalTo("CUSTOMER_DEPARTED"));
    }
    broker
        .officer()
        .body(Map.of("customerIds", List.of(departed, other)))
        .post(QUERY)
        .then()
        .statusCode(200)
        .body("'" + departed + "'", hasSize(0))
        .body("'" + other + "'", hasSize(1));
    broker
        .partner(Broker.HAIYUN)
        .body(Map.of("purpose", "P-12"))
        .post("/v1/consent-records/subjects")
        .then()
        .body("customerIds", equalTo(List.of(other)));
  }

  private io.restassured.specification.RequestSpecification hers() {
    return broker.customer(departed);
  }

  /** Who was held after the cut-over stays with the seller (D-142). */
  @Test
  void whoStaysAfterAllIsServedHereAgain() {
    broker.share(departed);
    report(false).then().statusCode(204);
    hers().body(Map.of("customerIds", List.of(departed))).post(QUERY).then().statusCode(410);

    report(true).then().statusCode(204);
    report(true).then().statusCode(204);

    hers()
        .body(Map.of("customerIds", List.of(departed)))
        .post(QUERY)
        .then()
        .statusCode(200)
        .body("'" + departed + "'", hasSize(1));
  }

  private Response report() {
    return report(false);
  }

  private Response report(boolean stays) {
    return Broker.as(TestTokens.service("records-service"))
        .body(
            Map.of(
                "people",
                List.of(
                    Map.of(
                        "controllerId",
                        broker.controller(),
                        "customerId",
                        departed,
                        "stays",
                        stays))))
        .post("/v1/departures");
  }
}
