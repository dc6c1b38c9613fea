package org.shouxin.consent.stoporder;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.TestTokens;

/** Notices of corrections go out by the recipients' signed webhooks (R-RC-03). */
@QuarkusTest
@ConsentServiceTest
@NullUnmarked
class CorrectionCallTest {
  private final WireMockServer partner = new WireMockServer(0);
  private Broker broker;

  @BeforeEach
  void start() {
    partner.start();
    broker = Broker.open();
  }

  @AfterEach
  void stop() {
    partner.stop();
  }

  @Test
  void theWebhookIsToldWhichFieldOfWhomIsRightNowSignedByItsSecret() {
    byte[] secret = register();
    partner.stubFor(post(urlEqualTo("/stop")).willReturn(aResponse().withStatus(204)));

    tell(service()).then().statusCode(200).body("outcome", equalTo("TAKEN"));

    LoggedRequest received = partner.findAll(postRequestedFor(urlEqualTo("/stop"))).getFirst();
    String body = received.getBodyAsString();
    assertThat(body).contains("\"kind\":\"CORRECTION\"", "\"field\":\"mobile\"");
    String[] signature = received.getHeader("Shouxin-Signature").split("[=,]");
    assertThat(signature[3]).isEqualTo(WebhookCall.sign(secret, signature[1] + "." + body));
  }

  @Test
  void aWebhookThatFailsAndARecipientWithoutOneAreToldApart() {
    tell(service()).then().body("outcome", equalTo("NO_WEBHOOK"));
    register();
    partner.stubFor(post(urlEqualTo("/stop")).willReturn(aResponse().withStatus(500)));
    tell(service()).then().body("outcome", equalTo("NOT_TAKEN"));
  }

  @Test
  void onlyOurOwnServicesHaveRecipientsCalled() {
    tell(broker.officer()).then().statusCode(403);
    tell(broker.partner(Broker.HAIYUN)).then().statusCode(403);
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

  private static RequestSpecification service() {
    return Broker.as(TestTokens.service("records-service"));
  }

  private Response tell(RequestSpecification caller) {
    return caller
        .body(
            Map.of(
                "controllerId",
                broker.controller(),
                "noticeId",
                Ids.random().toString(),
                "customerId",
                Broker.newCustomer(),
                "field",
                "mobile",
                "correctedAt",
                "2026-11-22T02:00:00Z",
                "acknowledgeBy",
                "2026-11-25T02:00:00Z"))
        .post("/v1/webhooks/" + Broker.HAIYUN + "/corrections");
  }
}
