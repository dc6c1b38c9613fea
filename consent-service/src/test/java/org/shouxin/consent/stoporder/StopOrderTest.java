package org.shouxin.consent.stoporder;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.MovableClock;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.testing.PostgresServer;
import org.shouxin.testing.TestTokens;

@QuarkusTest
@ConsentServiceTest
class StopOrderTest {
  @Inject StopOrderDelivery delivery;
  @Inject Database database;

  private final WireMockServer partner = new WireMockServer(0);
  private final String liLei = Broker.newCustomer();

  @BeforeEach
  void start() {
    partner.start();
  }

  @AfterEach
  void stop() {
    partner.stop();
  }

  private void partnerAnswers(int status) {
    partner.stubFor(post(urlEqualTo("/stop")).willReturn(aResponse().withStatus(status)));
  }

  private String registerWebhook(Broker broker) {
    return broker
        .officer()
        .body(Map.of("url", "http://localhost:" + partner.port() + "/stop"))
        .put("/v1/stop-orders/webhooks/" + Broker.HAIYUN)
        .path("secret");
  }

  private static Response orders(Broker broker) {
    return broker.partner(Broker.HAIYUN).get("/v1/stop-orders");
  }

  @Test
  void aWithdrawalReachesThePartnerSignedAndIsAcknowledged() {
    Broker broker = Broker.open();
    partnerAnswers(204);
    byte[] secret = Base64.getDecoder().decode(registerWebhook(broker));
    String record = broker.share(liLei);
    broker.withdraw(liLei, record);
    delivery.deliverAllDue();
    delivery.deliverAllDue();

    List<LoggedRequest> received = partner.findAll(postRequestedFor(urlEqualTo("/stop")));
    assertThat(received).hasSize(1);
    String body = received.getFirst().getBodyAsString();
    assertThat(body).contains(record).contains(liLei).contains("P-12");
    String[] signature = received.getFirst().getHeader("Shouxin-Signature").split("[=,]");
    assertThat(signature[3]).isEqualTo(WebhookCall.sign(secret, signature[1] + "." + body));

    Response open = orders(broker);
    open.then().body("state", contains("DELIVERED")).body("[0].consentRecordId", equalTo(record));
    acknowledge(broker, open.path("[0].id"))
        .then()
        .statusCode(200)
        .body("state", equalTo("ACKNOWLEDGED"));
    orders(broker).then().body("$", hasSize(0));
    assertThat(broker.eventsAbout(liLei))
        .contains("consent.withdrawn", "stop_order.sent", "recipient.acknowledged");
  }

  private static Response acknowledge(Broker broker, String order) {
    return broker.partner(Broker.HAIYUN).post("/v1/stop-orders/" + order + "/acknowledgement");
  }

  @Test
  void aFailingWebhookIsTriedAgainWithGrowingPausesAndThenGivenUp() {
    Broker broker = Broker.open();
    partnerAnswers(500);
    registerWebhook(broker);
    broker.withdraw(liLei, broker.share(liLei));
    for (int i = 0; i <= StopOrderDelivery.MOST_ATTEMPTS; i++) {
      MovableClock.ahead(Duration.ofHours(1 + 2L * i), () -> delivery.deliverAllDue());
    }

    assertThat(partner.findAll(postRequestedFor(urlEqualTo("/stop"))))
        .hasSize(StopOrderDelivery.MOST_ATTEMPTS);
    orders(broker).then().body("[0].state", equalTo("UNDELIVERABLE"));
    assertThat(broker.eventsAbout(liLei)).endsWith("stop_order.undeliverable");
    assertThat(StopOrderDelivery.pauseAfter(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(StopOrderDelivery.pauseAfter(3)).isEqualTo(Duration.ofSeconds(20));
    assertThat(StopOrderDelivery.pauseAfter(99)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void anOrderNotAcknowledgedWithin24HoursSuspendsTheRecipientByItself() {
    Broker broker = Broker.open();
    String hanMei = Broker.newCustomer();
    broker.share(hanMei);
    broker.withdraw(liLei, broker.share(liLei));
    delivery.deliverAllDue();
    MovableClock.ahead(Duration.ofHours(23), () -> delivery.deliverAllDue());
    decisionAbout(broker, hanMei).then().body("people[0].permitted", equalTo(true));

    MovableClock.ahead(Duration.ofHours(25), () -> delivery.deliverAllDue());
    decisionAbout(broker, hanMei)
        .then()
        .body("people[0].reasonCode", equalTo("RECIPIENT_INACTIVE"));
    broker.officer().get("/v1/stop-orders").then().body("state", contains("OVERDUE"));
    assertThat(broker.eventsAbout(liLei)).contains("stop_order.overdue");
  }

  @Test
  void anOrderOfWhoDepartedIsToldNobodyAndSuspendsNobodyHereSinceItRunsAtTheReceiver() {
    Broker broker = Broker.open();
    String hanMei = Broker.newCustomer();
    broker.share(hanMei);
    partnerAnswers(204);
    registerWebhook(broker);
    broker.withdraw(liLei, broker.share(liLei));
    Broker.as(TestTokens.service("records-service"))
        .body(
            Map.of(
                "people",
                List.of(Map.of("controllerId", broker.controller(), "customerId", liLei))))
        .post("/v1/departures")
        .then()
        .statusCode(204);

    MovableClock.ahead(Duration.ofHours(25), () -> delivery.deliverAllDue());

    decisionAbout(broker, hanMei).then().body("people[0].permitted", equalTo(true));
    assertThat(broker.eventsAbout(liLei)).doesNotContain("stop_order.overdue");
    assertThat(partner.findAll(postRequestedFor(urlEqualTo("/stop")))).isEmpty();
  }

  @Test
  void anOrderThatArrivedForAnotherCompanyOfTheSameIdIsOverdueAndSuspendsNobody() {
    Broker broker = Broker.open();
    String hanMei = Broker.newCustomer();
    broker.share(hanMei);
    partnerAnswers(204);
    registerWebhook(broker);
    broker.withdraw(liLei, broker.share(liLei));
    database.write(
        new ControllerId(broker.controller()),
        handle ->
            handle.execute(
                "update stop_order set arrived_from = 'ctl-seller',"
                    + " recipient_uscc = '91310115MA1FL909XP' where customer_id = ?::uuid",
                liLei));

    MovableClock.ahead(Duration.ofHours(25), () -> delivery.deliverAllDue());

    decisionAbout(broker, hanMei).then().body("people[0].permitted", equalTo(true));
    assertThat(broker.eventsAbout(liLei)).contains("stop_order.overdue");
    assertThat(partner.findAll(postRequestedFor(urlEqualTo("/stop")))).isEmpty();
  }

  private static Response decisionAbout(Broker broker, String customer) {
    return Broker.decide(broker.recordsFor(Broker.HAIYUN), "P-12", List.of("name"), customer);
  }

  @Test
  void anotherPartnerNeitherSeesNorAcknowledgesAnOrder() {
    Broker broker = Broker.open();
    broker.withdraw(liLei, broker.share(liLei));
    String order = orders(broker).path("[0].id");

    broker.partner("partner-beichen").get("/v1/stop-orders").then().body("$", hasSize(0));
    broker
        .partner("partner-beichen")
        .post("/v1/stop-orders/" + order + "/acknowledgement")
        .then()
        .statusCode(404);
  }

  @Test
  void theSecretIsNotInTheDatabase() throws SQLException {
    Broker broker = Broker.open();
    byte[] secret = Base64.getDecoder().decode(registerWebhook(broker));

    try (var connection = PostgresServer.get().administrator("consent");
        var statement =
            connection.prepareStatement(
                "select secret from recipient_webhook where controller_id = ?")) {
      statement.setString(1, broker.controller());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        String stored = new String(rows.getBytes(1), StandardCharsets.ISO_8859_1);
        assertThat(stored).doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
      }
    }
  }
}
