package org.shouxin.consent.consentrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.MovableClock;

@QuarkusTest
@ConsentServiceTest
class ConsentLifecycleTest {
  private final String liLei = Broker.newCustomer();

  @Test
  void aConsentIsGivenOnTheTextAndNoticeInForceAndLeavesItsEvents() {
    Broker broker = Broker.open();

    broker
        .give(liLei, broker.sharing(liLei))
        .then()
        .statusCode(201)
        .body("state", equalTo("GIVEN"))
        .body("customerId", equalTo(liLei))
        .body("controllerId", equalTo(broker.controller()))
        .body("recipientId", equalTo(Broker.HAIYUN))
        .body("categories", equalTo(List.of("IDENTITY", "CONTACT", "POLICY")))
        .body("givenAt", notNullValue())
        .body("withdrawnAt", nullValue());

    assertThat(broker.eventsAbout(liLei)).containsExactly("consent.given", "receipt.issued");
  }

  @Test
  void withdrawalNeedsNoReasonAndIsTheSameWhenRepeated() {
    Broker broker = Broker.open();
    String record = broker.share(liLei);

    Response first = broker.withdraw(liLei, record);
    Response second = broker.withdraw(liLei, record);

    first.then().statusCode(200).body("state", equalTo("WITHDRAWN"));
    assertThat(second.<String>path("withdrawnAt")).isEqualTo(first.path("withdrawnAt"));
    assertThat(broker.eventsAbout(liLei))
        .containsExactly("consent.given", "receipt.issued", "consent.withdrawn", "receipt.issued");
  }

  @Test
  void whatIsGivenAfterAWithdrawalIsANewRecordAndTheOldOneStays() {
    Broker broker = Broker.open();
    broker.withdraw(liLei, broker.share(liLei));
    broker.share(liLei);

    broker
        .customer(liLei)
        .body(Map.of("customerIds", List.of(liLei)))
        .post("/v1/consent-records/query")
        .then()
        .statusCode(200)
        .body("'" + liLei + "'.state", equalTo(List.of("WITHDRAWN", "GIVEN")));
  }

  @Test
  void everyRefusalHasItsCode() {
    Broker broker = Broker.open();
    refused(broker, Map.of("uiTextSha256", "0".repeat(64)), 409, "CONSENT_TEXT_MISMATCH");
    refused(broker, Map.of("separate", false), 422, "SEPARATE_CONSENT_REQUIRED");
    refused(broker, Map.of("preselected", true), 422, "PRESELECTED_CONSENT");
    refused(broker, Map.of("purposes", List.of("P-06", "P-12")), 422, "BUNDLED_SEPARATE_CONSENT");
    refused(broker, Map.of("categories", List.of("HEALTH")), 400, "CATEGORY_UNKNOWN");
    refused(broker, Map.of("purpose", "P-99"), 400, "PURPOSE_UNKNOWN");
    refused(broker, Map.of("purpose", ""), 400, "PURPOSE_REQUIRED");
    refused(broker, Map.of("purpose", "P-16"), 403, "PURPOSE_NOT_APPROVED");
    refused(broker, Map.of("purpose", "P-08"), 422, "CONSENT_NOT_ASKED");
    refused(broker, Map.of("recipientId", "partner-nobody"), 404, "RECIPIENT_UNKNOWN");
    refused(broker, Map.of("noticeVersion", 7), 404, "NOTICE_NOT_FOUND");
    refused(broker, Map.of("noticeId", "seven"), 400, "ID_MALFORMED");
    refused(broker, Map.of("customerId", Broker.newCustomer()), 403, "FORBIDDEN");
    refused(broker, Map.of("colour", "red"), 400, "FIELD_UNKNOWN");
    assertThat(broker.eventsAbout(liLei)).isEmpty();
  }

  private void refused(Broker broker, Map<String, Object> bent, int status, String code) {
    Map<String, Object> ask = broker.sharing(liLei);
    ask.putAll(bent);
    broker.give(liLei, ask).then().statusCode(status).body("code", equalTo(code));
  }

  @Test
  void anOutdatedNoticeIsNoGroundForConsent() {
    Broker broker = Broker.open();
    Map<String, Object> onVersionOne = broker.sharing(liLei);
    broker
        .publish(
            Broker.resource("/demo/ctl-donghai/notices/applicant.json")
                .replace("上海主数据中心", "上海第二数据中心"))
        .then()
        .statusCode(201);

    broker
        .give(liLei, onVersionOne)
        .then()
        .statusCode(409)
        .body("code", equalTo("NOTICE_OUTDATED"));
  }

  @Test
  void staffAndPartnersCannotConsentForACustomer() {
    Broker broker = Broker.open();
    Map<String, Object> ask = broker.sharing(liLei);

    for (var caller :
        List.of(
            broker.officer(), broker.employee("client-manager"), broker.partner(Broker.HAIYUN))) {
      caller
          .body(ask)
          .post("/v1/consent-records")
          .then()
          .statusCode(403)
          .body("code", equalTo("FORBIDDEN"));
    }
  }

  @Test
  void anotherCustomersConsentLooksLikeNone() {
    Broker broker = Broker.open();
    String record = broker.share(liLei);
    String hanMei = Broker.newCustomer();

    broker
        .withdraw(hanMei, record)
        .then()
        .statusCode(404)
        .body("code", equalTo("CONSENT_NOT_FOUND"));
    broker
        .customer(hanMei)
        .body(Map.of("customerIds", List.of(liLei)))
        .post("/v1/consent-records/query")
        .then()
        .body("'" + liLei + "'", hasSize(0));
  }

  @Test
  void anotherControllerSeesNothing() {
    Broker broker = Broker.open();
    broker.share(liLei);

    Broker.open()
        .officer()
        .body(Map.of("customerIds", List.of(liLei)))
        .post("/v1/consent-records/query")
        .then()
        .body("'" + liLei + "'", hasSize(0));
  }

  @Test
  void afterARefusalOnlyTheCustomerHerselfBringsItUpFor180Days() {
    Broker broker = Broker.open();
    Map<String, Object> ask = broker.ask(liLei, "P-11", null, "IDENTITY", "CONTACT");
    broker
        .customer(liLei)
        .body(ask)
        .post("/v1/consent-records/refusals")
        .then()
        .statusCode(201)
        .body("state", equalTo("REFUSED"));

    prompt(broker, ask).then().statusCode(409).body("code", equalTo("CONSENT_COOLDOWN"));
    MovableClock.ahead(Duration.ofDays(181), () -> prompt(broker, ask).then().statusCode(201));
    broker.give(liLei, ask).then().statusCode(201).body("state", equalTo("GIVEN"));
  }

  private static Response prompt(Broker broker, Map<String, Object> ask) {
    return broker.employee("client-manager").body(ask).post("/v1/consent-records/requests");
  }

  @Test
  void whatTheLawDemandsCannotBeWithdrawnAndTheArticleIsCited() {
    Broker broker = Broker.open();

    broker
        .customer(liLei)
        .body(Map.of("purpose", "P-08"))
        .post("/v1/consent-records/withdrawals")
        .then()
        .statusCode(409)
        .body("code", equalTo("CONSENT_NOT_WITHDRAWABLE"))
        .body("detail", containsString("反洗钱法第29条"));
  }

  @Test
  void withdrawalByPurposeFindsTheRecord() {
    Broker broker = Broker.open();
    broker.share(liLei);

    broker
        .customer(liLei)
        .body(Map.of("purpose", "P-12", "recipientId", Broker.HAIYUN))
        .post("/v1/consent-records/withdrawals")
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"));
  }

  @Test
  void aRepeatedRequestFindsItsRecordEvenAfterTheWithdrawal() {
    Broker broker = Broker.open();
    Map<String, Object> ask = broker.sharing(liLei);
    String record = withKey(broker, ask, "key-0001").path("id");
    broker.withdraw(liLei, record);

    withKey(broker, ask, "key-0001")
        .then()
        .statusCode(200)
        .body("id", equalTo(record))
        .body("state", equalTo("WITHDRAWN"));
    ask.put("categories", List.of("CONTACT"));
    withKey(broker, ask, "key-0001")
        .then()
        .statusCode(409)
        .body("code", equalTo("IDEMPOTENCY_CONFLICT"));
  }

  @Test
  void aCopyOfAWithdrawalThatArrivesAfterANewConsentWithdrawsNothing() {
    Broker broker = Broker.open();
    broker.share(liLei);
    String ended = withdrawnWithKey(broker, "key-0002").path("id");
    String renewed = broker.share(liLei);

    withdrawnWithKey(broker, "key-0002")
        .then()
        .statusCode(200)
        .body("id", equalTo(ended))
        .body("state", equalTo("WITHDRAWN"));
    withdrawnWithKey(broker, "key-0003").then().statusCode(200).body("id", equalTo(renewed));
  }

  private Response withdrawnWithKey(Broker broker, String key) {
    return broker
        .customer(liLei)
        .header("Idempotency-Key", key)
        .body(Map.of("purpose", "P-12", "recipientId", Broker.HAIYUN))
        .post("/v1/consent-records/withdrawals");
  }

  private Response withKey(Broker broker, Map<String, Object> ask, String key) {
    return broker
        .customer(liLei)
        .header("Idempotency-Key", key)
        .body(ask)
        .post("/v1/consent-records");
  }

  @Test
  void aSecondDeliveryOfTheSameDecisionChangesNothing() {
    Broker broker = Broker.open();
    String record = broker.share(liLei);

    broker
        .give(liLei, broker.sharing(liLei))
        .then()
        .statusCode(200)
        .body("id", equalTo(record))
        .body("state", equalTo("GIVEN"));
    assertThat(broker.eventsAbout(liLei)).containsExactly("consent.given", "receipt.issued");
  }

  @Test
  void aNewConsentNeverNarrowsAnEarlierOneSilently() {
    Broker broker = Broker.open();
    broker.share(liLei);
    Map<String, Object> narrower = broker.ask(liLei, "P-12", Broker.HAIYUN, "CONTACT");

    broker
        .give(liLei, narrower)
        .then()
        .statusCode(409)
        .body("code", equalTo("CONSENT_STATE_CONFLICT"));
  }

  @Test
  void aWiderConsentRenewsTheRecord() {
    Broker broker = Broker.open();
    String record =
        broker.give(liLei, broker.ask(liLei, "P-12", Broker.HAIYUN, "CONTACT")).path("id");

    broker
        .give(liLei, broker.sharing(liLei))
        .then()
        .statusCode(201)
        .body("id", equalTo(record))
        .body("state", equalTo("RENEWED"));
  }

  @Test
  void aConsentEndsByItselfAfterItsPeriod() {
    Broker broker = Broker.open();
    broker.share(liLei);

    MovableClock.ahead(
        Duration.ofDays(731), () -> assertThat(stateOf(broker)).isEqualTo("EXPIRED"));
    assertThat(stateOf(broker)).isEqualTo("GIVEN");
  }

  @Test
  void aChangedRecipientMakesItsConsentsStaleUntilRenewed() {
    Broker broker = Broker.open();
    broker.share(liLei);
    broker
        .register(
            Broker.HAIYUN,
            Broker.resource("/demo/ctl-donghai/recipients/partner-haiyun.json")
                .replace("用后即删", "保存三十天"))
        .then()
        .statusCode(200);

    assertThat(stateOf(broker)).isEqualTo("INVALIDATED");
    broker
        .give(liLei, broker.sharing(liLei))
        .then()
        .statusCode(201)
        .body("state", equalTo("RENEWED"));
  }

  private String stateOf(Broker broker) {
    return broker
        .customer(liLei)
        .body(Map.of("customerIds", List.of(liLei)))
        .post("/v1/consent-records/query")
        .path("'" + liLei + "'[0].state");
  }

  @Test
  void complianceRevokesWhatWasObtainedWrongly() {
    Broker broker = Broker.open();
    String record = broker.share(liLei);

    broker
        .officer()
        .body(Map.of("reason", "OBTAINED_WRONGLY"))
        .post("/v1/consent-records/" + record + "/revocation")
        .then()
        .statusCode(200)
        .body("state", equalTo("REVOKED"));
  }

  @Test
  void aClockThatGoesBackDoesNotTurnTheOrderOfDecisionsRound() {
    Broker broker = Broker.open();
    MovableClock.ahead(Duration.ofHours(2), () -> broker.share(liLei));
    String given = recordsOf(broker).path("'" + liLei + "'[0].id");

    Response withdrawn = broker.withdraw(liLei, given);

    withdrawn.then().statusCode(200).body("state", equalTo("WITHDRAWN"));
    assertThat(Instant.parse(withdrawn.path("withdrawnAt")))
        .isAfter(Instant.parse(withdrawn.path("givenAt")));
    broker.share(liLei);
    recordsOf(broker).then().body("'" + liLei + "'.state", equalTo(List.of("WITHDRAWN", "GIVEN")));
  }

  private Response recordsOf(Broker broker) {
    return broker
        .customer(liLei)
        .body(Map.of("customerIds", List.of(liLei)))
        .post("/v1/consent-records/query");
  }

  @Test
  void twoDevicesGivingAndWithdrawingAtOnceLeaveEveryDecisionInOrder() throws Exception {
    Broker broker = Broker.open();
    Map<String, Object> ask = broker.sharing(liLei);
    String first = broker.share(liLei);
    List<Future<Response>> answers = new ArrayList<>();
    try (ExecutorService devices = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 10; i++) {
        answers.add(devices.submit(() -> broker.give(liLei, ask)));
        answers.add(devices.submit(() -> broker.withdraw(liLei, first)));
      }
    }
    for (Future<Response> answer : answers) {
      assertThat(answer.get().statusCode()).isIn(200, 201);
    }

    List<String> states =
        broker
            .customer(liLei)
            .body(Map.of("customerIds", List.of(liLei)))
            .post("/v1/consent-records/query")
            .path("'" + liLei + "'.state");
    long live = states.stream().filter(state -> state.equals("GIVEN")).count();
    assertThat(live).isLessThanOrEqualTo(1);
    assertThat(states.getFirst()).isEqualTo("WITHDRAWN");
    List<String> events = new ArrayList<>(broker.eventsAbout(liLei));
    events.removeIf(type -> type.equals("receipt.issued"));
    assertThat(events).startsWith("consent.given", "consent.withdrawn").hasSize(states.size() + 1);
  }
}
