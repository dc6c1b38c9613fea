package org.shouxin.consent.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.testing.TestTokens;

@QuarkusTest
@ConsentServiceTest
class InformingTest {
  private static final String NOTICES = "/demo/ctl-donghai/notices/";

  private final String liLei = Broker.newCustomer();
  private final String applicants = Broker.resource(NOTICES + "applicant.json");
  private Broker broker;

  @BeforeEach
  void open() {
    broker = Broker.open();
  }

  @Test
  void ofANewVersionOnlyTheChangedItemsArePushedToWhoReadTheOldOneUntilSeen() {
    show(broker.customer(liLei), liLei, broker.noticeId(), 1).then().statusCode(201);
    toRead(liLei, liLei).then().statusCode(200).body("", empty());

    broker.publish(applicants.replace("上海主数据中心", "上海第二数据中心"));

    toRead(liLei, liLei)
        .then()
        .body("notice.version", contains(2))
        .body("seenVersion", contains(1))
        .body("[0].changes.item", contains("N-17"));
    toRead(Broker.newCustomer())
        .then()
        .body("seenVersion", contains(nullValue()))
        .body("[0].changes", empty());
    show(broker.customer(liLei), liLei, broker.noticeId(), 2);
    toRead(liLei, liLei).then().body("", empty());
  }

  @Test
  void whatANewVersionTellsDifferentlyBlocksTheConsentsThatRestOnItUntilTheyAreRenewed() {
    broker.share(liLei);
    broker.give(liLei, broker.ask(liLei, "P-13", null, "CONTACT")).then().statusCode(201);

    Response published = broker.publish(applicants.replace("自每次提供起保存三年", "自每次提供起保存四年"));

    published.then().statusCode(201).body("changedItems", contains("N-06"));
    states().then().body("'" + liLei + "'.state", contains("INVALIDATED", "GIVEN"));
    decision().then().body("people[0].reasonCode", equalTo("CONSENT_STALE"));
    Map<String, Object> renewed = broker.sharing(liLei);
    broker.give(liLei, renewed).then().statusCode(409).body("code", equalTo("NOTICE_OUTDATED"));
    renewed.put("noticeVersion", 2);
    broker.give(liLei, renewed).then().statusCode(201).body("state", equalTo("RENEWED"));
    decision().then().body("people[0].permitted", equalTo(true));
  }

  @Test
  void aReceiverToldDifferentlyBlocksTheConsentsToThatReceiverOnly() {
    String beichen = "partner-beichen";
    broker.register(beichen, Broker.resource("/demo/ctl-donghai/recipients/partner-beichen.json"));
    broker.share(liLei);
    broker
        .give(liLei, broker.ask(liLei, "P-12", beichen, "IDENTITY", "CONTACT", "POLICY"))
        .then()
        .statusCode(201);

    // The first receiver of the notice is 海云.
    broker.publish(applicants.replaceFirst("经您单独同意后，通过加密接口按次查询脱敏资料", "经您单独同意后，每日批量接收脱敏资料"));

    states().then().body("'" + liLei + "'.state", contains("INVALIDATED", "GIVEN"));
  }

  @Test
  void anInsuredIsATaskUntilSheIsInformedAndReadsHerOwnNotice() {
    String insuredNotice = publishFor("insured");
    report(liLei);
    report(liLei);

    uninformed().then().body("customerId", contains(liLei)).body("audience", contains("INSURED"));
    toRead(liLei, liLei).then().body("notice.audience", contains("INSURED"));
    show(broker.employee("client-manager"), liLei, insuredNotice, 1).then().statusCode(201);

    uninformed().then().body("", empty());
    toRead(liLei, liLei).then().body("", empty());
  }

  @Test
  void ofAnInsuredChildTheGuardianIsInformed() {
    String guardianNotice = publishFor("guardian");
    String parent = Broker.newCustomer();
    report(liLei);
    makeChildOf(parent);

    uninformed().then().body("audience", contains("GUARDIAN"));
    toRead(parent, liLei).then().body("notice.audience", contains("GUARDIAN"));
    toRead(Broker.newCustomer(), liLei).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    show(broker.customer(parent), liLei, guardianNotice, 1).then().statusCode(201);
    uninformed().then().body("", empty());
  }

  @Test
  void theApplicantsConsentToHealthDataDoesNotDoForTheInsured() {
    String applicant = Broker.newCustomer();
    broker
        .give(applicant, broker.ask(applicant, "P-06", null, "IDENTITY", "POLICY", "HEALTH"))
        .then()
        .statusCode(201);
    Map<String, Object> forAnother =
        broker.ask(liLei, "P-06", null, "IDENTITY", "POLICY", "HEALTH");
    broker.give(applicant, forAnother).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    broker
        .employee("client-manager")
        .body(forAnother)
        .post("/v1/consent-records/requests")
        .then()
        .statusCode(201)
        .body("state", equalTo("REQUESTED"));

    underwriting().then().body("people[0].reasonCode", equalTo("NO_CONSENT"));
    broker.give(liLei, forAnother).then().statusCode(201);
    underwriting().then().body("people[0].permitted", equalTo(true));
  }

  @Test
  void whoHasNoRecordYetIsShownTheNoticeUnderTheIdOfTheRecordToBe() {
    Response shown = show(broker.employee("client-manager"), null, broker.noticeId(), 1);
    shown.then().statusCode(201);
    String person = shown.path("customerId");

    assertThat(broker.eventsAbout(person)).containsExactly("notice.presented");
    presented(person).then().statusCode(200).body("presented", equalTo(true));
    presented(liLei).then().body("presented", equalTo(false));
    broker.publish(applicants.replace("上海主数据中心", "上海第二数据中心"));
    presented(person).then().body("presented", equalTo(false));
  }

  private Response show(
      RequestSpecification caller, @Nullable String customer, String notice, int version) {
    Map<String, @Nullable Object> shown = new HashMap<>();
    shown.put("customerId", customer);
    shown.put("noticeId", notice);
    shown.put("noticeVersion", version);
    shown.put("language", "zh-CN");
    shown.put("channel", "COUNTER");
    return caller.body(shown).post("/v1/notices/presentations");
  }

  private Response presented(String person) {
    return broker
        .employee("client-manager")
        .body(Map.of("customerId", person, "audiences", List.of("APPLICANT", "INSURED")))
        .post("/v1/notices/presentations/check");
  }

  private Response toRead(String person) {
    return toRead(person, person);
  }

  private Response toRead(String reader, String person) {
    return broker
        .customer(reader)
        .body(Map.of("customerId", person, "language", "zh-CN"))
        .post("/v1/notices/to-read");
  }

  private Response uninformed() {
    return broker.officer().get("/v1/notices/insured/uninformed");
  }

  private String publishFor(String audience) {
    Response published = broker.publish(Broker.resource(NOTICES + audience + ".json"));
    published.then().statusCode(201);
    return published.path("id");
  }

  private void report(String insured) {
    Map<String, Object> person = Map.of("controllerId", broker.controller(), "customerId", insured);
    Broker.as(TestTokens.service("records-service"))
        .body(Map.of("people", List.of(person)))
        .post("/v1/notices/insured")
        .then()
        .statusCode(204);
  }

  private void makeChildOf(String parent) {
    Map<String, Object> child =
        Map.of(
            "controllerId",
            broker.controller(),
            "customerId",
            liLei,
            "fourteenOn",
            LocalDate.now().plusYears(5).toString());
    Broker.as(TestTokens.service("records-service"))
        .body(Map.of("children", List.of(child)))
        .post("/v1/guardianships/childhoods")
        .then()
        .statusCode(204);
    broker
        .officer()
        .body(
            Map.of(
                "childId",
                liLei,
                "guardianId",
                parent,
                "relation",
                "PARENT",
                "evidence",
                "HOUSEHOLD_REGISTER",
                "evidenceSha256",
                "b2".repeat(32)))
        .post("/v1/guardianships")
        .then()
        .statusCode(201);
  }

  private Response states() {
    return broker
        .customer(liLei)
        .body(Map.of("customerIds", List.of(liLei)))
        .post("/v1/consent-records/query");
  }

  private Response decision() {
    return Broker.decide(broker.recordsFor(Broker.HAIYUN), "P-12", List.of("name"), liLei);
  }

  private Response underwriting() {
    return Broker.decide(broker.employee("client-manager"), "P-06", List.of("name"), liLei);
  }
}
