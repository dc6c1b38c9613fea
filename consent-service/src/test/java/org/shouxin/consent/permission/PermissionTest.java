package org.shouxin.consent.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.MovableClock;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.testing.TestTokens;

@QuarkusTest
@ConsentServiceTest
class PermissionTest {
  private static final List<String> FIELDS = List.of("name", "mobile", "idNumber", "policies");

  private static final List<String> FIELDS_IN_ORDER =
      List.of("name", "idNumber", "mobile", "policies");

  private final String liLei = Broker.newCustomer();

  @Test
  void aPartnerIsRefusedBeforeConsentPermittedAfterItAndRefusedOnTheNextQueryAfterWithdrawal() {
    Broker broker = Broker.open();
    asHaiyun(broker)
        .then()
        .statusCode(200)
        .body("people[0].permitted", equalTo(false))
        .body("people[0].reasonCode", equalTo("NO_CONSENT"))
        .body("people[0].fields", hasSize(0));

    String record = broker.share(liLei);
    asHaiyun(broker)
        .then()
        .body("people[0].permitted", equalTo(true))
        .body("people[0].rule", equalTo("PERM-08-CONSENT"))
        .body("people[0].legalBasis", equalTo("CN-PIPL-13-1"))
        .body("people[0].consentRecordId", equalTo(record))
        .body("people[0].fields", contains("name", "idNumber", "mobile", "policies"))
        .body("people[0].reasons.zh", containsString("海云保险代理有限公司"))
        .body("people[0].reasons.en", containsString("You consented to sharing"))
        .body("ruleVersion", equalTo(PermissionRules.VERSION + "/P-12.1"));

    broker.withdraw(liLei, record);
    asHaiyun(broker)
        .then()
        .body("people[0].permitted", equalTo(false))
        .body("people[0].reasonCode", equalTo("CONSENT_WITHDRAWN"));
  }

  private Response asHaiyun(Broker broker) {
    return Broker.decide(broker.recordsFor(Broker.HAIYUN), "P-12", FIELDS, liLei);
  }

  @Test
  void aPartnerThatAsksItselfIsToldNoReasons() {
    Broker broker = Broker.open();
    String sharing = Broker.newCustomer();
    String withdrawn = Broker.newCustomer();
    broker.share(sharing);
    broker.withdraw(withdrawn, broker.share(withdrawn));
    String unknown = Broker.newCustomer();

    for (var asking :
        List.of(
            broker.partner(Broker.HAIYUN),
            broker
                .partner(Broker.HAIYUN)
                .header(
                    "Shouxin-Service-Token",
                    TestTokens.partner(broker.controller(), Broker.HAIYUN)),
            broker.partner(Broker.HAIYUN).header("Shouxin-Service-Token", "made up"))) {
      List<Map<String, Object>> people =
          Broker.decide(asking, "P-12", FIELDS, withdrawn, unknown, sharing).path("people");
      assertThat(people)
          .containsExactly(
              Map.of("id", withdrawn, "permitted", false, "fields", List.of()),
              Map.of("id", unknown, "permitted", false, "fields", List.of()),
              Map.of("id", sharing, "permitted", true, "fields", FIELDS_IN_ORDER));
    }
    Response asked = Broker.decide(broker.partner(Broker.HAIYUN), "P-12", FIELDS, withdrawn);
    broker
        .partner(Broker.HAIYUN)
        .get("/v1/permission/decisions/" + asked.path("id"))
        .then()
        .statusCode(404);
  }

  @Test
  void aConsentToOnePartnerIsNoneToAnother() {
    Broker broker = Broker.open();
    broker.register(
        "partner-beichen", Broker.resource("/demo/ctl-donghai/recipients/partner-beichen.json"));
    broker.share(liLei);

    Broker.decide(broker.recordsFor("partner-beichen"), "P-12", FIELDS, liLei)
        .then()
        .body("people[0].reasonCode", equalTo("NO_CONSENT"));
  }

  @Test
  void onlyCategoriesConsentedToAreProvided() {
    Broker broker = Broker.open();
    broker.give(liLei, broker.ask(liLei, "P-12", Broker.HAIYUN, "CONTACT")).then().statusCode(201);

    asHaiyun(broker).then().body("people[0].fields", contains("mobile"));
  }

  @Test
  void aBatchKeepsItsOrderAndOneDecisionId() {
    Broker broker = Broker.open();
    String hanMei = Broker.newCustomer();
    String unknown = Broker.newCustomer();
    broker.share(hanMei);

    Broker.decide(broker.recordsFor(Broker.HAIYUN), "P-12", FIELDS, unknown, hanMei, liLei)
        .then()
        .statusCode(200)
        .body("people.id", contains(unknown, hanMei, liLei))
        .body("people.permitted", contains(false, true, false));
  }

  @Test
  void questionsOfTheSameMomentAreReadTogetherAndEachGetsItsOwnAnswer() throws Exception {
    Broker donghai = Broker.open();
    Broker xinghe = Broker.open();
    String hanMei = Broker.newCustomer();
    donghai.share(liLei);
    xinghe.share(hanMei);
    List<Callable<String>> questions =
        List.of(
            () -> reasons(donghai.recordsFor(Broker.HAIYUN), "P-12", liLei, hanMei),
            () -> reasons(xinghe.recordsFor(Broker.HAIYUN), "P-12", liLei, hanMei),
            () -> reasons(donghai.recordsFor("partner-unknown"), "P-12", liLei),
            () -> reasons(donghai.customer(hanMei), "P-04", liLei, hanMei),
            () -> reasons(donghai.employee("client-manager"), "P-11", liLei));
    List<String> alone = new ArrayList<>();
    for (Callable<String> question : questions) {
      alone.add(question.call());
    }
    assertThat(alone)
        .containsExactly(
            "[CONSENT_IN_FORCE, NO_CONSENT]",
            "[NO_CONSENT, CONSENT_IN_FORCE]",
            "[RECIPIENT_INACTIVE]",
            "[NOT_SELF, SELF_ACCESS]",
            "[NO_CONSENT]");

    try (ExecutorService pool = Executors.newFixedThreadPool(10)) {
      List<Future<String>> together = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        together.add(pool.submit(questions.get(i % questions.size())));
      }
      for (int i = 0; i < together.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i % alone.size()));
      }
    }
  }

  private static String reasons(RequestSpecification asking, String purpose, String... people) {
    return Broker.decide(asking, purpose, FIELDS, people).path("people.reasonCode").toString();
  }

  @Test
  void aCustomerSeesHerselfAndNobodyElse() {
    Broker broker = Broker.open();

    Broker.decide(broker.customer(liLei), "P-04", FIELDS, liLei, Broker.newCustomer())
        .then()
        .body("people.reasonCode", contains("SELF_ACCESS", "NOT_SELF"))
        .body("people[0].fields", contains("name", "idNumber", "mobile", "policies"));
  }

  @Test
  void marketingWithoutConsentIsRefusedToStaffAndNamesTheRule() {
    Broker broker = Broker.open();

    Broker.decide(broker.employee("client-manager"), "P-11", FIELDS, liLei)
        .then()
        .body("people[0].permitted", equalTo(false))
        .body("people[0].rule", equalTo("PERM-08-CONSENT"));
  }

  @Test
  void purposesAreRequiredKnownAndApproved() {
    Broker broker = Broker.open();
    refused(broker, "", 400, "PURPOSE_REQUIRED");
    refused(broker, "P-98", 400, "PURPOSE_UNKNOWN");
    refused(broker, "P-15", 403, "PURPOSE_NOT_APPROVED");
    Broker.decide(broker.customer(liLei), "P-04", List.of("shoeSize"), liLei)
        .then()
        .statusCode(400)
        .body("code", equalTo("FIELD_UNKNOWN"));
    Broker.decide(broker.customer(liLei), "P-04", FIELDS, "li-lei")
        .then()
        .statusCode(400)
        .body("code", equalTo("ID_MALFORMED"));
  }

  private void refused(Broker broker, String purpose, int status, String code) {
    Broker.decide(broker.customer(liLei), purpose, FIELDS, liLei)
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }

  @Test
  void noTokenNoAnswer() {
    io.restassured.RestAssured.given()
        .contentType("application/json")
        .body("{}")
        .post("/v1/permission/decisions")
        .then()
        .statusCode(401)
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  @Test
  void suspensionReviewLicenceAndAgreementTakeEffectOnTheNextQuery() {
    Broker broker = Broker.open();
    broker.share(liLei);
    broker
        .officer()
        .body(Map.of("reason", "DATA_LEAK"))
        .post("/v1/recipients/" + Broker.HAIYUN + "/suspension")
        .then()
        .statusCode(200)
        .body("standing", equalTo("SUSPENDED"));
    asHaiyun(broker)
        .then()
        .body("people[0].reasonCode", equalTo("RECIPIENT_INACTIVE"))
        .body("callerRefusal", equalTo("PARTNER_SUSPENDED"));

    broker.officer().post("/v1/recipients/" + Broker.HAIYUN + "/reinstatement");
    asHaiyun(broker)
        .then()
        .body("people[0].permitted", equalTo(true))
        .body("callerRefusal", nullValue());
    MovableClock.ahead(
        Duration.ofDays(365 + 32),
        () -> asHaiyun(broker).then().body("people[0].reasonCode", equalTo("RECIPIENT_INACTIVE")));
  }

  @Test
  void aLicenceThatExpiredYesterdaySuspendsAndAnAgreementThatEndedYesterdayMakesInactive() {
    Broker broker = Broker.open();
    broker.share(liLei);
    String profile = Broker.resource("/demo/ctl-donghai/recipients/partner-haiyun.json");
    String yesterday = BusinessTime.today(Clock.system(BusinessTime.ZONE)).minusDays(1).toString();

    broker.register(Broker.HAIYUN, with(profile, "expiresOn", yesterday)).then().statusCode(200);
    asHaiyun(broker).then().body("callerRefusal", equalTo("PARTNER_SUSPENDED"));
    broker.register(Broker.HAIYUN, with(profile, "endsOn", yesterday)).then().statusCode(200);
    asHaiyun(broker).then().body("callerRefusal", equalTo("RECIPIENT_INACTIVE"));
    broker.register(Broker.HAIYUN, profile).then().statusCode(200);
    asHaiyun(broker).then().body("callerRefusal", nullValue());
    Broker.decide(broker.recordsFor(Broker.HAIYUN), "P-03", FIELDS, liLei)
        .then()
        .body("callerRefusal", equalTo("RECIPIENT_INACTIVE"))
        .body("people[0].reasonCode", equalTo("PURPOSE_NOT_IN_AGREEMENT"));
  }

  private static String with(String profile, String date, String value) {
    return profile.replaceAll("(\"" + date + "\"\\s*:\\s*\")[0-9-]+", "$1" + value);
  }

  @Test
  void anOverdueReviewWarnsForThirtyDaysAndThenSuspends() {
    Broker broker = Broker.open();
    broker.share(liLei);
    LocalDate today = BusinessTime.today(Clock.system(BusinessTime.ZONE));
    LocalDate due =
        LocalDate.parse(
            broker.officer().get("/v1/recipients/" + Broker.HAIYUN).path("file.reviewDueOn"));
    long days = ChronoUnit.DAYS.between(today, due);

    MovableClock.ahead(Duration.ofDays(days), () -> standing(broker, "ACTIVE", false));
    MovableClock.ahead(Duration.ofDays(days + 1), () -> standing(broker, "ACTIVE", true));
    MovableClock.ahead(Duration.ofDays(days + 30), () -> standing(broker, "ACTIVE", true));
    MovableClock.ahead(
        Duration.ofDays(days + 31),
        () -> {
          standing(broker, "REVIEW_OVERDUE", true);
          asHaiyun(broker).then().body("callerRefusal", equalTo("PARTNER_SUSPENDED"));
        });
  }

  private static void standing(Broker broker, String standing, boolean warned) {
    broker
        .officer()
        .get("/v1/recipients/" + Broker.HAIYUN)
        .then()
        .body("standing", equalTo(standing))
        .body("file.reviewOverdue", equalTo(warned));
  }

  @Test
  void listsForAPartnerHoldWhoConsentedAndNobodyElse() {
    Broker broker = Broker.open();
    List<String> sharing = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String customer = Broker.newCustomer();
      broker.share(customer);
      sharing.add(customer);
    }
    String left = Broker.newCustomer();
    broker.withdraw(left, broker.share(left));
    sharing.sort(null);

    Response first = subjects(broker, Map.of("purpose", "P-12", "first", 2));
    assertThat(first.<List<String>>path("customerIds")).isEqualTo(sharing.subList(0, 2));
    assertThat(first.<Boolean>path("hasNextPage")).isTrue();
    Response second =
        subjects(broker, Map.of("purpose", "P-12", "first", 2, "after", sharing.get(1)));
    assertThat(second.<List<String>>path("customerIds")).isEqualTo(sharing.subList(2, 3));
    assertThat(second.<Boolean>path("hasNextPage")).isFalse();
  }

  private static Response subjects(Broker broker, Map<String, Object> query) {
    return broker.partner(Broker.HAIYUN).body(query).post("/v1/consent-records/subjects");
  }

  @Test
  void noReadThatStartsAfterAnAnsweredWithdrawalIsPermitted() throws Exception {
    Broker broker = Broker.open();
    String record = broker.share(liLei);
    AtomicBoolean withdrawn = new AtomicBoolean();
    AtomicBoolean stop = new AtomicBoolean();
    List<Future<Integer>> readers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        readers.add(pool.submit(() -> permittedAfterWithdrawal(broker, withdrawn, stop)));
      }
      Thread.sleep(300);
      broker.withdraw(liLei, record).then().statusCode(200);
      withdrawn.set(true);
      Thread.sleep(300);
      stop.set(true);
    }
    for (Future<Integer> reader : readers) {
      assertThat(reader.get()).isZero();
    }
  }

  private int permittedAfterWithdrawal(Broker broker, AtomicBoolean withdrawn, AtomicBoolean stop) {
    int wrong = 0;
    while (!stop.get()) {
      boolean startedAfter = withdrawn.get();
      boolean permitted = asHaiyun(broker).path("people[0].permitted");
      if (startedAfter && permitted) {
        wrong++;
      }
    }
    return wrong;
  }
}
