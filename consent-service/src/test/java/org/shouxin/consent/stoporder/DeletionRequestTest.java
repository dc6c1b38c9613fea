package org.shouxin.consent.stoporder;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.platform.identity.Ids;

/** Recipients are asked to delete, and their confirmations reach audit-service (R-RC-11). */
@QuarkusTest
@ConsentServiceTest
@NullUnmarked
class DeletionRequestTest {
  private static final String OUTCOMES = "/v1/destruction/recipient-requests/outcomes";

  @Inject DeletionRequestProbe probe;

  private final WireMockServer partner = new WireMockServer(0);
  private final UUID request = Ids.next();
  private final String customer = Broker.newCustomer();
  private Broker broker;
  private WireMock audit;

  @BeforeEach
  void start() {
    partner.start();
    broker = Broker.open();
    URI address =
        URI.create(
            ConfigProvider.getConfig()
                .getValue("quarkus.rest-client.audit-service.url", String.class));
    audit = new WireMock(address.getHost(), address.getPort());
    audit.register(
        post("/token")
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/json")
                    .withBody("{\"access_token\":\"own\",\"expires_in\":300}")));
    audit.register(post(OUTCOMES).willReturn(aResponse().withStatus(204)));
    audit.register(
        post("/v1/destruction/recipient-requests/claims")
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/json")
                    .withBody(
                        """
                        [{"requestId":"%s","controllerId":"%s","customerId":"%s","recipientId":"%s",
                          "askedAt":"2026-11-22T02:00:00Z","dueAt":"2036-12-07T02:00:00Z"}]\
                        """
                            .formatted(request, broker.controller(), customer, Broker.HAIYUN))));
  }

  @AfterEach
  void stop() {
    partner.stop();
  }

  @Test
  void theWebhookIsAskedOnceSignedAndTheConfirmationIsTold() {
    byte[] secret = register();
    partner.stubFor(post(urlEqualTo("/stop")).willReturn(aResponse().withStatus(204)));
    probe.poll();
    probe.poll();
    List<LoggedRequest> received = partner.findAll(postRequestedFor(urlEqualTo("/stop")));
    assertThat(received).hasSize(1);
    String body = received.getFirst().getBodyAsString();
    assertThat(body).contains("\"kind\":\"DELETE\"", request.toString(), customer);
    String[] signature = received.getFirst().getHeader("Shouxin-Signature").split("[=,]");
    assertThat(signature[3]).isEqualTo(WebhookCall.sign(secret, signature[1] + "." + body));
    assertThat(outcomes()).containsExactly("TOLD");

    broker
        .partner("partner-beichen")
        .post("/v1/deletion-requests/" + request + "/confirmation")
        .then()
        .statusCode(404);
    broker
        .partner(Broker.HAIYUN)
        .post("/v1/deletion-requests/" + request + "/confirmation")
        .then()
        .statusCode(200)
        .body("state", equalTo("CONFIRMED"));
    probe.poll();
    assertThat(outcomes()).containsExactly("TOLD", "CONFIRMED");
    assertThat(broker.eventsAbout(customer)).contains("recipient.acknowledged");
  }

  @Test
  void aRecipientWithoutAWebhookFindsTheRequestInItsListAndComplianceMayHaveItsLetter() {
    probe.poll();
    assertThat(outcomes()).isEmpty();
    broker
        .partner(Broker.HAIYUN)
        .get("/v1/deletion-requests")
        .then()
        .statusCode(200)
        .body("find { it.id == '" + request + "' }.state", equalTo("OPEN"));
    broker
        .officer()
        .post("/v1/deletion-requests/" + request + "/confirmation")
        .then()
        .statusCode(200);
    probe.poll();
    assertThat(outcomes()).containsExactly("CONFIRMED");
  }

  private byte[] register() {
    String secret =
        broker
            .officer()
            .body(Map.of("url", "http://localhost:" + partner.port() + "/stop"))
            .put("/v1/stop-orders/webhooks/" + Broker.HAIYUN)
            .path("secret");
    return Base64.getDecoder().decode(secret);
  }

  /** What was told about this request, in order. */
  private List<String> outcomes() {
    return audit.find(postRequestedFor(urlEqualTo(OUTCOMES))).stream()
        .map(LoggedRequest::getBodyAsString)
        .filter(body -> body.contains(request.toString()))
        .map(body -> body.replaceAll(".*\"outcome\":\"([A-Z]+)\".*", "$1"))
        .toList();
  }
}
