package org.shouxin.consent.rightsrequest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
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

@QuarkusTest
@ConsentServiceTest
@NullUnmarked
class ErasureRequestTest {
  @Inject ErasureAsker asker;

  private final String customer = Broker.newCustomer();
  private Broker broker;
  private WireMock audit;
  private String request;

  @BeforeEach
  void aVerifiedRequest() {
    broker = Broker.open();
    URI url =
        URI.create(
            ConfigProvider.getConfig()
                .getValue("quarkus.rest-client.audit-service.url", String.class));
    audit = new WireMock(url.getHost(), url.getPort());
    audit.resetMappings();
    audit.register(
        post("/token").willReturn(okJson("{\"access_token\":\"own\",\"expires_in\":300}")));
    request =
        broker
            .customer(customer)
            .body(Map.of("customerId", customer, "type", "DELETE"))
            .post("/v1/rights-requests")
            .path("id");
    audit.register(post("/v1/erasures").willReturn(okJson(erasure("RESTRICT", false))));
  }

  @Test
  void thePersonReadsTheWholeAnswerOnceAnOfficerHasConfirmedIt() {
    asker.askAll();
    assertThat(seenBy(broker.officer()).getList("erasure.decision")).containsExactly("RESTRICT");
    assertThat(seenBy(broker.customer(customer)).getList("erasure")).isEmpty();
    confirms(okJson(erasure("RESTRICT", true)));

    confirm().then().statusCode(200).body("state", equalTo("ANSWERED"));

    JsonPath hers = seenBy(broker.customer(customer));
    assertThat(hers.getString("reasonCode")).isEqualTo("ERASURE_DECIDED");
    assertThat(hers.getString("erasure[0].untilOn")).isEqualTo("2028-03-31");
    assertThat(hers.getString("erasure[0].articleZh")).isEqualTo("保险法第87条");
    assertThat(hers.getString("erasure[0].textEn")).isEqualTo("kept until 31 March 2028");
    assertThat(broker.eventsAbout(customer))
        .containsExactly("rights.received", "identity.verified", "rights.answered");
    confirm().then().statusCode(409).body("code", equalTo("CONFLICT"));
  }

  @Test
  void whileAuditServiceIsAwayTheRequestWaitsForItsAnswer() {
    audit.register(post("/v1/erasures").willReturn(aResponse().withStatus(503)));
    asker.askAll();
    assertThat(seenBy(broker.officer()).getList("erasure")).isEmpty();

    audit.register(post("/v1/erasures").willReturn(okJson(erasure("DELETE", false))));
    asker.askAll();

    assertThat(seenBy(broker.officer()).getList("erasure.decision")).containsExactly("DELETE");
  }

  @Test
  void anAnswerThatIsOutOfDateIsPreparedAnewAndAnswersNothing() {
    asker.askAll();
    confirms(
        aResponse()
            .withStatus(409)
            .withHeader("Content-Type", "application/problem+json")
            .withBody("{\"status\":409,\"code\":\"ERASURE_OUTDATED\"}"));
    confirm().then().statusCode(409).body("code", equalTo("ERASURE_OUTDATED"));
    audit.register(post("/v1/erasures").willReturn(okJson(erasure("REFUSE", false))));

    asker.askAll();

    JsonPath seen = seenBy(broker.officer());
    assertThat(seen.getString("state")).isEqualTo("VERIFIED");
    assertThat(seen.getList("erasure.decision")).containsExactly("REFUSE");
  }

  @Test
  void aDeletionIsAnsweredByItsConfirmationAndByNothingElse() {
    broker
        .officer()
        .body(Map.of("textId", Broker.newCustomer()))
        .post("/v1/rights-requests/" + request + "/answer")
        .then()
        .statusCode(409)
        .body("code", equalTo("CONFLICT"));
    broker
        .customer(customer)
        .body(Map.of())
        .post("/v1/rights-requests/" + request + "/erasure-confirmation")
        .then()
        .statusCode(403);
    assertThat(audit.find(postRequestedFor(urlEqualTo(confirmation())))).isEmpty();
  }

  /** What is prepared is for those who answer, not for who took the request down. */
  @Test
  void aPreparedAnswerIsNotForWhoRecordedTheRequest() {
    request =
        broker
            .employee("client-manager")
            .body(
                Map.of(
                    "customerId",
                    customer,
                    "type",
                    "DELETE",
                    "channel",
                    "COUNTER",
                    "textId",
                    Broker.newCustomer(),
                    "identity",
                    Map.of("proof", "ORIGINAL_DOCUMENT_SEEN")))
            .post("/v1/rights-requests/intake")
            .path("id");
    asker.askAll();
    assertThat(seenBy(broker.officer()).getList("erasure.decision")).containsExactly("RESTRICT");
    assertThat(seenBy(broker.employee("client-manager")).getList("erasure")).isEmpty();
  }

  private void confirms(ResponseDefinitionBuilder answer) {
    audit.register(post(confirmation()).willReturn(answer));
  }

  private String confirmation() {
    return "/v1/erasures/" + request + "/confirmation";
  }

  private Response confirm() {
    return broker
        .officer()
        .body(Map.of())
        .post("/v1/rights-requests/" + request + "/erasure-confirmation");
  }

  private JsonPath seenBy(RequestSpecification reader) {
    Response page = reader.body(Map.of("first", 50)).post("/v1/rights-requests/query");
    List<String> ids = page.path("requests.id");
    return page.jsonPath().setRootPath("requests[" + ids.indexOf(request) + "]");
  }

  private String erasure(String decision, boolean confirmed) {
    return """
    {"requestId":"%s","confirmed":%s,"records":[{"store":"records","recordRef":"","kind":"IDENTITY",
      "decision":"%s","reasonCode":"STATUTORY_RETENTION","retentionClass":"RT-03","ruleVersion":2,
      "articleZh":"保险法第87条","articleEn":"Insurance Law 87","untilOn":"2028-03-31",
      "textZh":"保存至2028年3月31日","textEn":"kept until 31 March 2028"}]}\
    """
        .formatted(request, confirmed, decision);
  }
}
