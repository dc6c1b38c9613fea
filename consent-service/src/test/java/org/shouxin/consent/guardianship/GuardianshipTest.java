package org.shouxin.consent.guardianship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.MovableClock;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.testing.TestTokens;

@QuarkusTest
@ConsentServiceTest
class GuardianshipTest {
  private final String child = Broker.newCustomer();
  private final String parent = Broker.newCustomer();
  private final LocalDate birthday =
      BusinessTime.today(Clock.system(BusinessTime.ZONE)).plusDays(20);
  private Broker broker;

  @BeforeEach
  void open() {
    broker = Broker.open();
    report(child, birthday);
  }

  @Test
  void aChildOf13IsRefusedWithoutAGuardiansDecision() {
    broker
        .give(child, broker.sharing(child))
        .then()
        .statusCode(403)
        .body("code", equalTo("GUARDIAN_REQUIRED"));
    broker
        .customer(child)
        .body(broker.sharing(child))
        .post("/v1/consent-records/refusals")
        .then()
        .statusCode(403)
        .body("code", equalTo("GUARDIAN_REQUIRED"));
    assertThat(broker.eventsAbout(child)).isEmpty();
  }

  @Test
  void onlyAVerifiedGuardianGivesRefusesAndWithdrawsAndTheRecordSaysSo() {
    give().then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    verify(parent).then().statusCode(201).body("verifiedBy", equalTo("1024"));
    verify(parent).then().statusCode(200);

    Response given = give();
    given
        .then()
        .statusCode(201)
        .body("customerId", equalTo(child))
        .body("decidedBy", equalTo(parent))
        .body("decidedAs", equalTo("GUARDIAN"));
    recordsAs(parent).then().body("'" + child + "'.state", contains("GIVEN"));
    recordsAs(Broker.newCustomer()).then().body("'" + child + "'", empty());
    broker
        .withdraw(parent, given.path("id"))
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"))
        .body("decidedAs", equalTo("GUARDIAN"));
    broker
        .customer(parent)
        .body(broker.sharing(child))
        .post("/v1/consent-records/refusals")
        .then()
        .statusCode(201)
        .body("state", equalTo("REFUSED"));
    assertThat(broker.eventsAbout(child))
        .containsExactly(
            "guardian.verified",
            "consent.given",
            "receipt.issued",
            "consent.withdrawn",
            "receipt.issued",
            "consent.refused",
            "receipt.issued");
  }

  @Test
  void aGuardianWithdrawsByPurposeForTheChild() {
    verify(parent);
    give().then().statusCode(201);

    broker
        .customer(parent)
        .body(Map.of("purpose", "P-12", "recipientId", Broker.HAIYUN, "customerId", child))
        .post("/v1/consent-records/withdrawals")
        .then()
        .statusCode(200)
        .body("customerId", equalTo(child));
  }

  @Test
  void onThe14thBirthdayThePowerEndsAndTheConsentHasToBeRenewedByTheChild() {
    verify(parent);
    give().then().statusCode(201);

    MovableClock.ahead(
        Duration.ofDays(20),
        () -> {
          give().then().statusCode(403).body("code", equalTo("FORBIDDEN"));
          wardsOf(parent).then().body("", empty());
          recordsAs(child).then().body("'" + child + "'.state", contains("EXPIRED"));
          broker
              .give(child, broker.sharing(child))
              .then()
              .statusCode(201)
              .body("decidedAs", equalTo("SELF"));
          recordsAs(child).then().body("'" + child + "'.state", contains("EXPIRED", "GIVEN"));
        });
  }

  @Test
  void theGuardianReadsTheChildAndNobodyElseDoes() {
    verify(parent);

    wardsOf(parent)
        .then()
        .statusCode(200)
        .body("customerId", contains(child))
        .body("endsOn", contains(birthday.toString()));
    decideAs(parent).then().body("people.reasonCode", contains("GUARDIAN_ACCESS"));
    decideAs(Broker.newCustomer()).then().body("people.reasonCode", contains("NOT_SELF"));
  }

  @Test
  void aConsentOfAChildWhoIsFoundToBeOneLaterDoesNotCount() {
    String girl = Broker.newCustomer();
    broker.give(girl, broker.ask(girl, "P-11", null, "CONTACT")).then().statusCode(201);
    Map<String, Object> approved = new HashMap<>(Broker.person(girl, true, false, true, true));
    approved.put("approved", true);
    Map<String, Object> question =
        Map.of("purpose", "P-11", "people", List.of(approved), "fields", List.of("mobile"));

    report(girl, birthday);

    broker
        .employee("client-manager")
        .body(question)
        .post("/v1/permission/decisions")
        .then()
        .body("people[0].permitted", equalTo(false))
        .body("people[0].reasonCode", equalTo("GUARDIAN_REQUIRED"));
  }

  @Test
  void aGuardianIsAnAdultOfAKnownChildAndVerifiedBySupervisors() {
    String sibling = Broker.newCustomer();
    report(sibling, birthday.plusDays(1));

    verify(sibling).then().statusCode(400).body("code", equalTo("REQUEST_INVALID"));
    broker
        .employee("client-manager")
        .body(claim(child, parent))
        .post("/v1/guardianships")
        .then()
        .statusCode(403);
    broker
        .employee("supervisor")
        .body(claim(Broker.newCustomer(), parent))
        .post("/v1/guardianships")
        .then()
        .statusCode(409)
        .body("code", equalTo("CONFLICT"));
    broker
        .customer(parent)
        .body(claim(child, parent))
        .post("/v1/guardianships")
        .then()
        .statusCode(403);
    broker
        .officer()
        .body(Map.of("children", List.of()))
        .post("/v1/guardianships/childhoods")
        .then()
        .statusCode(403);
  }

  @Test
  void aServiceIsToldWhoAnswersForAChildAndNobodyElseIs() {
    String id = verify(parent).path("id");
    assertThat(
            guardians(Broker.as(TestTokens.service("records-service")))
                .<List<String>>path("guardianIds"))
        .containsExactly(parent);
    guardians(broker.employee("supervisor")).then().statusCode(403);
    broker.officer().post("/v1/guardianships/" + id + "/end").then().statusCode(200);
    assertThat(
            guardians(Broker.as(TestTokens.service("records-service")))
                .<List<String>>path("guardianIds"))
        .isEmpty();
  }

  private Response guardians(io.restassured.specification.RequestSpecification asking) {
    return asking
        .body(Map.of("controllerId", broker.controller(), "childId", child))
        .post("/v1/guardianships/guardians");
  }

  @Test
  void anEndedPowerIsNoneAndWhatWasDecidedStays() {
    String id = verify(parent).path("id");
    give().then().statusCode(201);

    broker.officer().post("/v1/guardianships/" + id + "/end").then().statusCode(200);

    give().then().statusCode(403);
    recordsAs(child).then().body("'" + child + "'.state", contains("GIVEN"));
    broker
        .officer()
        .body(Map.of("childId", child))
        .post("/v1/guardianships/query")
        .then()
        .body("guardianId", contains(parent));
  }

  private void report(String customer, LocalDate fourteenOn) {
    broker.reportChildhood(customer, fourteenOn);
  }

  private Response verify(String guardian) {
    return broker.employee("supervisor").body(claim(child, guardian)).post("/v1/guardianships");
  }

  private static Map<String, Object> claim(String child, String guardian) {
    return Broker.guardianClaim(child, guardian);
  }

  private Response give() {
    return broker.give(parent, broker.sharing(child));
  }

  private Response recordsAs(String reader) {
    return broker
        .customer(reader)
        .body(Map.of("customerIds", List.of(child)))
        .post("/v1/consent-records/query");
  }

  private Response wardsOf(String guardian) {
    return broker.customer(guardian).get("/v1/guardianships/wards");
  }

  private Response decideAs(String reader) {
    return Broker.decide(broker.customer(reader), "P-04", List.of("name"), child);
  }
}
