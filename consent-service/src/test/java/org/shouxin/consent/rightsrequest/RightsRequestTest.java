package org.shouxin.consent.rightsrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.MovableClock;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.time.BusinessTime;

@QuarkusTest
@ConsentServiceTest
class RightsRequestTest {
  private static final String MANAGER = "1024";

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

  /**
   * R-CP-02: each right from its receipt to its answer; closing an account has the shorter clock.
   */
  @ParameterizedTest
  @EnumSource(RightsRequestType.class)
  void eachRightIsReceivedWithItsClockRestsAndIsAnsweredOrRefused(RightsRequestType type) {
    JsonPath filed = file(type.name()).then().statusCode(201).extract().jsonPath();
    assertThat(filed.getString("type")).isEqualTo(type.name());
    assertThat(filed.getString("identityProof")).isEqualTo("SIGNED_IN");
    assertThat(filed.getList("clocks.code"))
        .containsExactly(type == RightsRequestType.CLOSE_ACCOUNT ? "K-06" : "K-04");
    step(filed, "waiting", Map.of()).then().body("state", equalTo("WAITING"));
    step(filed, "resumption", Map.of()).then().body("state", equalTo("VERIFIED"));
    Map<String, String> words = Map.of("textId", Ids.random().toString());
    boolean byConfirmation = type == RightsRequestType.DELETE;
    step(filed, "answer", words).then().statusCode(byConfirmation ? 409 : 200);
    JsonPath refused = byConfirmation ? filed : file(type.name()).jsonPath();
    refuse(refused, "NO_GROUND")
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"))
        .body("reasonCode", equalTo("NO_GROUND"))
        .body("clocks[0].metAt", notNullValue());
    step(refused, "answer", words).then().statusCode(409);
  }

  /** PIPL 31: all rights of a child under 14 are her proven guardian's to ask for, no longer. */
  @Test
  void theProvenGuardianAsksForEveryRightOfTheChildUntilSheIs14() {
    String parent = Broker.newCustomer();
    broker.reportChildhood(
        customer, BusinessTime.today(Clock.system(BusinessTime.ZONE)).plusDays(20));
    fileFor(parent, "COPY").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    prove(parent);
    for (RightsRequestType type : RightsRequestType.values()) {
      fileFor(parent, type.name())
          .then()
          .statusCode(201)
          .body("state", equalTo("VERIFIED"))
          .body("customerId", equalTo(customer));
    }
    assertThat(listed(broker.customer(parent)))
        .hasSameSizeAs(RightsRequestType.values())
        .isEqualTo(listed(broker.customer(customer)));
    assertThat(listed(broker.customer(Broker.newCustomer()))).isEmpty();
    record("COPY", Map.of("channel", "COUNTER", "guardianId", parent)).then().statusCode(201);
    MovableClock.ahead(
        Duration.ofDays(20),
        () -> {
          fileFor(parent, "COPY").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
          record("COPY", Map.of("channel", "COUNTER", "guardianId", parent)).then().statusCode(403);
          assertThat(listed(broker.customer(parent))).isEmpty();
        });
  }

  private void prove(String guardian) {
    broker
        .employee("supervisor")
        .body(Broker.guardianClaim(customer, guardian))
        .post("/v1/guardianships")
        .then()
        .statusCode(201);
  }

  private Response fileFor(String guardian, String type) {
    return broker
        .customer(guardian)
        .body(Map.of("customerId", customer, "type", type))
        .post("/v1/rights-requests");
  }

  /** K-05: somebody at the counter or on the phone may be anybody. */
  @Test
  void aRecordedRequestWaitsForTheIdentityCheckAndIsAnsweredOnlyAfterIt() {
    JsonPath recorded = record("COPY", Map.of("channel", "PHONE")).jsonPath();
    assertThat(recorded.getString("state")).isEqualTo("IDENTITY_CHECK");
    assertThat(recorded.getList("clocks.code")).containsExactly("K-05");
    Map<String, String> words = Map.of("textId", Ids.random().toString());
    step(recorded, "answer", words)
        .then()
        .statusCode(409)
        .body("code", equalTo("IDENTITY_UNCHECKED"));
    refuse(recorded, "NO_GROUND")
        .then()
        .statusCode(409)
        .body("code", equalTo("IDENTITY_UNCHECKED"));
    step(recorded, "waiting", Map.of()).then().statusCode(409);
    Map<String, String> calledBack =
        Map.of("proof", "TWO_FACTORS_ON_CALL_BACK", "reference", "CALL-2026-0118");
    identify(MANAGER, recorded, calledBack)
        .then()
        .statusCode(200)
        .body("state", equalTo("VERIFIED"))
        .body("identityProof", equalTo("TWO_FACTORS_ON_CALL_BACK"));
    identify(MANAGER, recorded, calledBack).then().statusCode(409);
    step(recorded, "answer", words).then().statusCode(200).body("state", equalTo("ANSWERED"));
    assertThat(broker.eventsAbout(customer))
        .containsExactly("rights.received", "identity.verified", "rights.answered");
  }

  /** The 30 days run from the check, not from the call (DR-14). */
  @Test
  void theTimeForTheAnswerRunsFromTheIdentityCheck() {
    JsonPath recorded = record("DELETE", Map.of("channel", "COUNTER")).jsonPath();
    MovableClock.ahead(
        Duration.ofDays(2),
        () ->
            assertThat(
                    left(
                        identify(MANAGER, recorded, Map.of("proof", "ORIGINAL_DOCUMENT_SEEN"))
                            .jsonPath()))
                .isBetween(Duration.ofDays(32), Duration.ofDays(32).plusMinutes(5)));
  }

  @Test
  void whoIsNotProvenToBeThePersonIsRefusedForThatAlone() {
    JsonPath recorded = record("ACCESS", Map.of("channel", "LETTER")).jsonPath();
    refuse(recorded, "IDENTITY_NOT_PROVEN")
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"))
        .body("clocks[0].code", equalTo("K-05"))
        .body("clocks[0].metAt", notNullValue());
    identify(MANAGER, recorded, Map.of("proof", "ORIGINAL_DOCUMENT_SEEN")).then().statusCode(409);
    refuse(file("COPY").jsonPath(), "IDENTITY_NOT_PROVEN").then().statusCode(409);
  }

  /** R-CP-02: in proportion to the risk; nobody sees an original on the phone. */
  @Test
  void anIdentityCheckFitsItsChannelAndWhatIsAtStake() {
    Map<String, String> letter = Map.of("proof", "LETTER_WITH_COPY", "reference", "POST-2026-7");
    record("DELETE", Map.of("channel", "LETTER", "identity", letter))
        .then()
        .statusCode(422)
        .body("code", equalTo("IDENTITY_PROOF_TOO_WEAK"));
    record("RESTRICT", Map.of("channel", "LETTER", "identity", letter))
        .then()
        .statusCode(201)
        .body("state", equalTo("VERIFIED"));
    record(
            "COPY",
            Map.of("channel", "PHONE", "identity", Map.of("proof", "ORIGINAL_DOCUMENT_SEEN")))
        .then()
        .statusCode(400);
    record("COPY", Map.of("channel", "COUNTER", "identity", Map.of("proof", "SIGNED_IN")))
        .then()
        .statusCode(422);
    Map<String, String> unfiled = Map.of("proof", "TWO_FACTORS_ON_CALL_BACK");
    record("COPY", Map.of("channel", "PHONE", "identity", unfiled))
        .then()
        .statusCode(422)
        .body("code", equalTo("EVIDENCE_REQUIRED"));
    record(
            "COPY",
            Map.of(
                "channel",
                "PHONE",
                "identity",
                Map.of("proof", "TWO_FACTORS_ON_CALL_BACK", "reference", "11010519491231002X")))
        .then()
        .statusCode(400);
  }

  /** Four eyes: who took a request, or says who asked, answers it neither way. */
  @Test
  void whoRecordedARequestOrCheckedWhoAskedDoesNotDecideIt() {
    Map<String, Object> seen =
        Map.of("channel", "COUNTER", "identity", Map.of("proof", "ORIGINAL_DOCUMENT_SEEN"));
    JsonPath own = record("3001", "supervisor", "EXPLAIN", seen).jsonPath();
    Map<String, String> words = Map.of("textId", Ids.random().toString());
    step(own, "answer", words).then().statusCode(403).body("code", equalTo("FOUR_EYES"));
    refuse(own, "NO_GROUND").then().statusCode(403).body("code", equalTo("FOUR_EYES"));
    step(own, "check", Map.of("kind", "ANSWERED")).then().statusCode(403);
    JsonPath checked = record("COPY", Map.of("channel", "COUNTER")).jsonPath();
    identify("3001", "supervisor", checked, Map.of("proof", "ORIGINAL_DOCUMENT_SEEN"))
        .then()
        .statusCode(200);
    step(checked, "answer", words).then().statusCode(403).body("code", equalTo("FOUR_EYES"));
    JsonPath erasure = record("3001", "supervisor", "DELETE", seen).jsonPath();
    step(erasure, "erasure-confirmation", Map.of())
        .then()
        .statusCode(403)
        .body("code", equalTo("FOUR_EYES"));
  }

  /** Her own requests and what staff recorded for her; a manager sees those that he recorded. */
  @Test
  void aRecordedRequestIsSeenByThePersonAndByWhoRecordedItAndByNoOtherManager() {
    String id = record("COPY", Map.of("channel", "COUNTER")).path("id");
    assertThat(listed(broker.customer(customer))).containsExactly(id);
    assertThat(listed(broker.staffCalls("client-manager", MANAGER))).containsExactly(id);
    assertThat(listed(broker.staffCalls("client-manager", "1025"))).isEmpty();
    assertThat(listed(broker.customer(Broker.newCustomer()))).isEmpty();
    JsonPath hers =
        broker.customer(customer).body(Map.of()).post("/v1/rights-requests/query").jsonPath();
    assertThat(hers.getString("requests[0].channel")).isEqualTo("COUNTER");
    assertThat(hers.getString("requests[0].recordedBy")).isNull();
    broker
        .staffCalls("client-manager", "1025")
        .body(Map.of("proof", "ORIGINAL_DOCUMENT_SEEN"))
        .post("/v1/rights-requests/" + id + "/identity-check")
        .then()
        .statusCode(403);
  }

  /** A copy after a lost answer; and words before there are any are refused beforehand. */
  @Test
  void anIntakeIsRecordedOnceAndCheckedBeforeItsWordsAreSealed() {
    Map<String, Object> said = recorded("COPY", Map.of("channel", "COUNTER"));
    String id = intake(said).then().statusCode(201).extract().path("id");
    String again = intake(said).path("id");
    assertThat(again).isEqualTo(id);
    said.remove("textId");
    broker
        .staffCalls("client-manager", MANAGER)
        .body(said)
        .post("/v1/rights-requests/intake/check")
        .then()
        .statusCode(204);
    intake(said).then().statusCode(400);
    said.put("guardianId", Broker.newCustomer());
    broker
        .staffCalls("client-manager", MANAGER)
        .body(said)
        .post("/v1/rights-requests/intake/check")
        .then()
        .statusCode(403);
    assertThat(broker.eventsAbout(customer)).containsExactly("rights.received");
  }

  private static List<String> listed(RequestSpecification reader) {
    return reader
        .body(Map.of())
        .post("/v1/rights-requests/query")
        .jsonPath()
        .getList("requests.id", String.class);
  }

  private Map<String, Object> recorded(String type, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("customerId", customer);
    body.put("type", type);
    body.put("textId", Ids.random().toString());
    return body;
  }

  private Response intake(Map<String, Object> body) {
    return broker
        .staffCalls("client-manager", MANAGER)
        .header("Idempotency-Key", "key-of-one-intake")
        .body(body)
        .post("/v1/rights-requests/intake");
  }

  private Response record(String type, Map<String, ?> more) {
    return record(MANAGER, "client-manager", type, more);
  }

  private Response record(String by, String role, String type, Map<String, ?> more) {
    return broker
        .staffCalls(role, by)
        .body(recorded(type, more))
        .post("/v1/rights-requests/intake");
  }

  private Response identify(String by, JsonPath request, Map<String, String> identity) {
    return identify(by, "client-manager", request, identity);
  }

  private Response identify(
      String by, String role, JsonPath request, Map<String, String> identity) {
    return broker
        .staffCalls(role, by)
        .body(identity)
        .post("/v1/rights-requests/" + request.getString("id") + "/identity-check");
  }

  private Response refuse(JsonPath request, String reason) {
    return step(
        request, "refusal", Map.of("reasonCode", reason, "textId", Ids.random().toString()));
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
