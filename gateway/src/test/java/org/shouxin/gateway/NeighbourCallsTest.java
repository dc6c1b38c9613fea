package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouxin.platform.problem.ProblemCode;

/** What the gateway asks of the services, and what it makes of their refusals and faults. */
@QuarkusTest
class NeighbourCallsTest extends GatewayTest {
  private static final String READ = "/records/v1/customers/read";

  @BeforeEach
  void firstDay() {
    Neighbourhood.reset();
  }

  @Test
  void aPageOfCustomersAsksEachServiceOnceALevel() {
    query(
        "{ customers(purpose: \"P-12\", first: 50) { edges { node { id name policies { number }"
            + " consentRecords { id } decision { reason } } } } }");
    assertThat(Neighbourhood.asked("records")).hasSize(1);
    assertThat(Neighbourhood.asked("consent"))
        .extracting(LoggedRequest::getBodyAsString)
        .containsExactly(
            "{\"customerIds\":[\"%s\",\"%s\"]}"
                .formatted(Neighbourhood.LI_LEI, Neighbourhood.HAN_MEI));
    assertThat(Neighbourhood.asked("audit")).isEmpty();
  }

  @Test
  void recordsServiceIsAskedForTheSelectedFieldsOnly() {
    query(
        """
        query($id: ID!) { customer(id: $id, purpose: "P-12") { id called: name ...more decision { id } } }
        fragment more on Customer { mobile policies { number } name }
        """);
    assertThat(Neighbourhood.asked("records"))
        .extracting(LoggedRequest::getBodyAsString)
        .containsExactly(
            "{\"ids\":[\"%s\"],\"purpose\":\"P-12\",\"fields\":[\"name\",\"mobile\",\"policies\"]}"
                .formatted(Neighbourhood.LI_LEI));
  }

  @Test
  void aSelectionWithoutPersonalFieldsAsksForNone() {
    query("query($id: ID!) { customer(id: $id, purpose: \"P-12\") { id } }");
    assertThat(Neighbourhood.asked("records").getFirst().getBodyAsString())
        .endsWith("\"fields\":[]}");
  }

  @Test
  void whatAPersonWritesIsSealedAndConsentServiceSeesItsIdOnly() {
    as(CUSTOMER)
        .body(
            request(
                "mutation { fileComplaint(input: {customerId: \"%s\", subject: \"电话\", detail: \"有人知道我的保单\"}) { number } }"
                    .formatted(Neighbourhood.LI_LEI)))
        .post("/graphql")
        .then()
        .body("data.fileComplaint.number", equalTo("TS-2026-000001"));
    assertThat(Neighbourhood.asked("records").getFirst().getBodyAsString()).contains("有人知道我的保单");
    assertThat(Neighbourhood.asked("consent").getFirst().getBodyAsString()).doesNotContain("保单");
  }

  @Test
  void servicesAreToldOneOfOurTwoLanguages() {
    for (String accept : new String[] {"en-GB,en;q=0.9", "zh-CN", "fr", "en\u00e9"}) {
      as(PARTNER)
          .header("Accept-Language", accept)
          .body(request("{ customers(purpose: \"P-12\") { edges { cursor } } }"))
          .post("/graphql");
    }
    assertThat(Neighbourhood.asked("records"))
        .extracting(asked -> asked.getHeader("Accept-Language"))
        .containsExactly("en", "zh-CN", "zh-CN", "en");
  }

  @Test
  void theCallersOwnTokenIsPassedOnAndNothingElseOfTheRequest() {
    as(PARTNER)
        .header("X-Forwarded-User", "somebody")
        .cookie("q_session", "secret")
        .body(
            request(
                "{ customer(id: \"%s\", purpose: \"P-12\") { name } }"
                    .formatted(Neighbourhood.LI_LEI)))
        .post("/graphql")
        .then()
        .statusCode(200);
    LoggedRequest asked = Neighbourhood.asked("records").getFirst();
    assertThat(asked.getHeader("Authorization")).isEqualTo("Bearer " + PARTNER);
    assertThat(asked.containsHeader("Cookie")).isFalse();
    assertThat(asked.containsHeader("X-Forwarded-User")).isFalse();
  }

  @Test
  void theIdempotencyKeyOfAWriteGoesOnToTheServiceThatKeepsIt() {
    for (String key : new String[] {"click-0001", "click-0002"}) {
      as(CUSTOMER)
          .header("Idempotency-Key", key)
          .body(request("mutation { withdrawConsent(consentRecordId: \"r-1\") { state } }"))
          .post("/graphql")
          .then()
          .body("data.withdrawConsent.state", equalTo("WITHDRAWN"));
    }
    assertThat(Neighbourhood.asked("consent"))
        .extracting(asked -> asked.getHeader("Idempotency-Key"))
        .containsExactly("click-0001", "click-0002");
  }

  @Test
  void theCallersTraceGoesOnToTheServices() {
    as(PARTNER)
        .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
        .body(
            request(
                "{ customers(purpose: \"P-12\") { edges { node { consentRecords { id } } } } }"))
        .post("/graphql");
    assertThat(Neighbourhood.asked("records").getFirst().getHeader("traceparent"))
        .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
    assertThat(Neighbourhood.asked("consent").getFirst().getHeader("traceparent"))
        .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
  }

  @Test
  void unknownAndRefusedAreTheSameBytesAfterTheSameCalls() {
    byte[] unknown = read(Neighbourhood.UNKNOWN).asByteArray();
    int callsForUnknown = Neighbourhood.asked("records").size();
    byte[] refused = read(Neighbourhood.HAN_MEI).asByteArray();
    assertThat(refused).isEqualTo(unknown);
    assertThat(Neighbourhood.asked("records")).hasSize(2 * callsForUnknown);
    assertThat(Neighbourhood.asked("consent")).isEmpty();
  }

  @Test
  void aWithdrawalChangesTheVeryNextIdenticalQuery() {
    String before = read(Neighbourhood.LI_LEI).jsonPath().getString("data.customer.name");
    Neighbourhood.answer(
        READ, 200, "{\"decisionId\":\"d-2\",\"ruleVersion\":\"1\",\"customers\":[]}");
    Response after = read(Neighbourhood.LI_LEI);
    assertThat(before).isEqualTo("李*");
    assertThat(after.asString()).isEqualTo("{\"data\":{\"customer\":null}}");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "FORBIDDEN",
        "PURPOSE_UNKNOWN",
        "PURPOSE_NOT_APPROVED",
        "ID_MALFORMED",
        "FACTORS_TOO_FEW",
        "CURSOR_MALFORMED",
        "PARTNER_SUSPENDED",
        "AUDIT_UNAVAILABLE"
      })
  void aServicesProblemKeepsItsCode(ProblemCode code) {
    Neighbourhood.refuse(READ, code);
    read(Neighbourhood.LI_LEI)
        .then()
        .statusCode(200)
        .body("data.customer", nullValue())
        .body("errors[0].path", equalTo(java.util.List.of("customer")))
        .body("errors[0].extensions.code", equalTo(code.name()))
        .body("errors[0].message", equalTo(code.title()));
  }

  @Test
  void aServiceThatSpeaksNoSenseIsUnavailable() {
    Neighbourhood.answer(READ, 502, "<html>Bad gateway 10.0.0.7</html>");
    read(Neighbourhood.LI_LEI)
        .then()
        .body("errors[0].extensions.code", equalTo("SERVICE_UNAVAILABLE"))
        .body(not(containsString("10.0.0.7")));
  }

  @Test
  void anUnreadableAnswerTellsNothingOfWhatItSaid() {
    Neighbourhood.answer(READ, 200, "{\"customers\":\"李雷\"}");
    read(Neighbourhood.LI_LEI)
        .then()
        .body("errors[0].extensions.code", equalTo("SERVICE_UNAVAILABLE"))
        .body(not(containsString("李雷")));
  }

  @Test
  void aFaultOfOursIsAnIncidentAndNothingMore() {
    Neighbourhood.answer(
        "/audit/v1/access-history",
        200,
        """
        {"events":[{"eventId":"e-1","occurredAt":"x","type":"record.read","actorKind":"system","actorId":"s",
          "permitted":true}],
         "cursors":[],"hasNextPage":false}
        """);
    as(CUSTOMER)
        .body(request("{ accessHistory(customerId: \"x\") { edges { cursor } } }"))
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("data", nullValue())
        .body("errors[0].message", equalTo("A fault on our side"))
        .body("errors[0].extensions.code", equalTo("INTERNAL"))
        .body("errors[0].extensions.incident", matchesPattern("[0-9a-f-]{36}"))
        .body(not(containsString("Index")));
  }

  @Test
  void whatCanBeShownIsShownWhenConsentServiceIsDown() {
    Neighbourhood.refuse("/consent/v1/consent-records/query", ProblemCode.SERVICE_UNAVAILABLE);
    as(CUSTOMER)
        .body(
            request(
                "{ currentNotice(audience: \"customer\", language: \"en\") { id } customer(id: \"%s\", purpose: \"P-12\") { name } }"
                    .formatted(Neighbourhood.LI_LEI)))
        .post("/graphql")
        .then()
        .body("data.customer.name", equalTo("李*"));
  }

  private static Response read(String id) {
    return as(PARTNER)
        .body(
            Map.of(
                "query",
                "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { name } }",
                "variables",
                Map.of("id", id)))
        .post("/graphql");
  }

  private static void query(String query) {
    as(PARTNER)
        .body(Map.of("query", query, "variables", Map.of("id", Neighbourhood.LI_LEI)))
        .post("/graphql")
        .then()
        .statusCode(200);
  }

  private static Map<String, String> request(String query) {
    return Map.of("query", query);
  }
}
