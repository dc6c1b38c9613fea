package org.shouxin.consent.retention;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.platform.identity.Ids;

@QuarkusTest
@ConsentServiceTest
@NullUnmarked
class RetentionReporterTest {
  private static final String RECORDS = "/v1/retention/records";

  @Inject RetentionReporter reporter;

  private final String customer = Broker.newCustomer();
  private Broker broker;
  private WireMock audit;

  @BeforeEach
  void auditServiceListens() {
    broker = Broker.open();
    URI url =
        URI.create(
            ConfigProvider.getConfig()
                .getValue("quarkus.rest-client.audit-service.url", String.class));
    audit = new WireMock(url.getHost(), url.getPort());
    audit.resetMappings();
    audit.register(
        post("/token").willReturn(okJson("{\"access_token\":\"own\",\"expires_in\":300}")));
    audit.register(post(RECORDS).willReturn(aResponse().withStatus(204)));
    reporter.tellAll();
    audit.resetRequests();
  }

  @Test
  void aRequestIsToldOpenAndToldAgainWithTheDayItWasClosed() {
    String request =
        broker
            .customer(customer)
            .body(Map.of("customerId", customer, "type", "COPY"))
            .post("/v1/rights-requests")
            .path("id");
    reporter.tellAll();
    assertThat(told(request).getString("kind")).isEqualTo("RIGHTS_REQUEST");
    assertThat(told(request).getString("startsOn")).isNull();

    broker
        .officer()
        .body(Map.of("textId", Ids.random().toString()))
        .post("/v1/rights-requests/" + request + "/answer");
    audit.register(post(RECORDS).willReturn(aResponse().withStatus(503)));
    reporter.tellAll();
    audit.resetRequests();
    audit.register(post(RECORDS).willReturn(aResponse().withStatus(204)));
    reporter.tellAll();

    assertThat(told(request).getString("startsOn")).matches("\\d{4}-\\d\\d-\\d\\d");
    audit.resetRequests();
    reporter.tellAll();
    assertThat(audit.find(postRequestedFor(urlEqualTo(RECORDS)))).isEmpty();
  }

  private JsonPath told(String record) {
    List<LoggedRequest> bodies = audit.find(postRequestedFor(urlEqualTo(RECORDS)));
    assertThat(bodies).hasSize(1);
    return JsonPath.from(bodies.getFirst().getBodyAsString())
        .setRootPath("records.find { it.recordRef == '" + record + "' }");
  }
}
