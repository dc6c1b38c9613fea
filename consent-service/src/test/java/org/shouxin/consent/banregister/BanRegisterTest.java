package org.shouxin.consent.banregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.MovableClock;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.testing.TestTokens;

/** R-AC-07: who is listed is not hired, not let in through a partner, and out within the commit. */
@QuarkusTest
@ConsentServiceTest
@NullUnmarked
class BanRegisterTest {
  private static final String NUMBER = "11010119900307899x";

  private Broker broker;

  @BeforeEach
  void open() {
    broker = Broker.open();
  }

  @Test
  void anEntryNeedsEvidenceAndASecondApprover() {
    propose(null, null).then().statusCode(422).body("code", equalTo("EVIDENCE_REQUIRED"));
    Response proposed = propose(null, "CASE-2026-1");
    proposed.then().statusCode(201).body("state", equalTo("PROPOSED"));
    broker
        .officer()
        .post("/v1/bans/" + proposed.path("id") + "/approval")
        .then()
        .statusCode(422)
        .body("code", equalTo("SELF_APPROVAL"));
    join("8001", NUMBER, null).then().statusCode(201);
    approve(proposed).then().statusCode(200).body("state", equalTo("LISTED"));
    join("8002", NUMBER, null).then().statusCode(409).body("code", equalTo("BANNED_PERSON"));
  }

  @Test
  void aListedPersonIsNotHiredHoweverTheNumberIsWritten() {
    approve(propose(null, "CASE-2026-1"));
    join("8001", "110101 19900307 899X", null)
        .then()
        .statusCode(409)
        .body("code", equalTo("BANNED_PERSON"));
    join("8001", "110101199003078990", null).then().statusCode(201);
    broker
        .declareAgent(Broker.HAIYUN, "11010119900307899X")
        .then()
        .statusCode(409)
        .body("code", equalTo("BANNED_PERSON"));
  }

  @Test
  void someoneListedBetweenProposalAndApprovalIsNotHiredEither() {
    Response joining = join("8001", NUMBER, null);
    approve(propose(null, "CASE-2026-1"));
    second()
        .post("/v1/staff-changes/" + joining.path("id") + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("BANNED_PERSON"));
  }

  @Test
  void onlyTwoComplianceOfficersWithAReasonOverrideAHit() {
    approve(propose(null, "CASE-2026-1"));
    join("8001", NUMBER, "短").then().statusCode(409);
    String reason = "the court has quashed the finding";
    Response overridden = join("8001", NUMBER, reason);
    overridden.then().statusCode(201).body("overrideReason", equalTo(reason));
    String approval = "/v1/staff-changes/" + overridden.path("id") + "/approval";
    Broker.as(broker.staff("supervisor", "1000"))
        .post(approval)
        .then()
        .statusCode(403)
        .body("code", equalTo("FOUR_EYES"));
    second().post(approval).then().statusCode(200);
    assertThat(broker.eventsConcerning("8001"))
        .containsExactly("staff.change.proposed", "person.hire_check.passed", "right.granted");
  }

  @Test
  void aBanClosesEveryAccessWithItsCommit() {
    Response joined = join("8001", NUMBER, null);
    second().post("/v1/staff-changes/" + joined.path("id") + "/approval").then().statusCode(200);
    broker.clear("8001");
    RequestSpecification manager = Broker.as(broker.staff("client-manager", "8001"));
    reading("8001").then().body("callerRefusal", nullValue());

    Response ban = approve(propose(null, "CASE-2026-1"));
    reading("8001")
        .then()
        .body("callerRefusal", equalTo("ACCESS_BLOCKED"))
        .body("people[0].reasonCode", equalTo("CALLER_BANNED"));
    manager.get("/v1/clearance/me").then().statusCode(403).body("code", equalTo("ACCESS_BLOCKED"));
    broker
        .officer()
        .get("/v1/staff-changes/account-tasks")
        .then()
        .body("[0].employeeNo", equalTo("8001"))
        .body("[0].kind", equalTo("CLOSE"));
    assertThat(broker.eventsConcerning("8001"))
        .endsWith("right.revoked", "termination.opened", "manager.responsibility.opened");

    String appeal = "/v1/bans/" + ban.path("id") + "/appeal";
    third().body(Map.of("evidence", "APPEAL-1")).post(appeal).then().statusCode(200);
    reading("8001").then().body("callerRefusal", equalTo("ACCESS_BLOCKED"));
    for (RequestSpecification concerned : List.of(broker.officer(), second(), third())) {
      decideAppeal(concerned, ban).then().statusCode(422).body("code", equalTo("SELF_APPROVAL"));
    }
    decideAppeal(Broker.as(broker.staff("compliance-officer", "3004")), ban)
        .then()
        .body("state", equalTo("OVERTURNED"));
    reading("8001").then().body("callerRefusal", nullValue());
    broker
        .officer()
        .get("/v1/bans")
        .then()
        .body("", hasSize(1))
        .body("[0].approvedBy", equalTo("3002"))
        .body("[0].appealDecidedBy", equalTo("3004"));
    join("8003", NUMBER, null).then().statusCode(201);
  }

  @Test
  void theRegistrationOfABannedEmployeeIsCancelledWithHerLeaving() {
    Map<String, Object> proposal = proposal("8001", "CASE-2026-1");
    Response ban = approve(broker.officer().body(proposal).post("/v1/bans"));
    assertThat(broker.eventsOf(ban.path("id"))).contains("clock.started");
    Map<String, Object> leaving = new HashMap<>();
    leaving.put("kind", "LEAVER");
    leaving.put("employeeNo", "8001");
    leaving.put("successor", "1000");
    leaving.put("effectiveOn", "2026-01-01");
    Response left = broker.officer().body(leaving).post("/v1/staff-changes");
    second().post("/v1/staff-changes/" + left.path("id") + "/approval").then().statusCode(200);
    broker
        .officer()
        .body(Map.of("evidence", "REG-2026-4"))
        .post("/v1/staff-changes/" + left.path("id") + "/registration-cancellation")
        .then()
        .statusCode(200);
    assertThat(broker.eventsOf(ban.path("id"))).endsWith("clock.met");
    assertThat(broker.eventsOf(left.path("id"))).contains("clock.started", "clock.met");
  }

  @Test
  void aDecidedCaseIsHandedToThePoliceOnceAndByNobodyWhomItConcerns() {
    Response ban = broker.officer().body(proposal("8001", "CASE-2026-1")).post("/v1/bans");
    refer(broker.officer(), ban).then().statusCode(409).body("code", equalTo("CONFLICT"));
    approve(ban).then().statusCode(200).body("policeReference", nullValue());
    refer(Broker.as(broker.staff("compliance-officer", "8001")), ban)
        .then()
        .statusCode(403)
        .body("code", equalTo("ACCESS_BLOCKED"));
    refer(broker.officer(), ban)
        .then()
        .statusCode(200)
        .body("policeReference", equalTo("POLICE-2026-77"))
        .body("state", equalTo("LISTED"));
    refer(second(), ban).then().statusCode(409).body("code", equalTo("CONFLICT"));
    assertThat(broker.eventsConcerning("8001"))
        .containsSubsequence("banned_person.listed", "termination.opened", "police.referred")
        .containsOnlyOnce("police.referred");
  }

  @Test
  void aPartnerWithABannedAgentIsRefused() {
    String liLei = Broker.newCustomer();
    broker.share(liLei);
    broker.declareAgent(Broker.HAIYUN, NUMBER).then().statusCode(200);
    asHaiyun(liLei).then().body("people[0].permitted", equalTo(true));
    approve(propose(null, "CASE-2026-1"));
    asHaiyun(liLei)
        .then()
        .body("people[0].permitted", equalTo(false))
        .body("callerRefusal", equalTo("PARTNER_SUSPENDED"));
  }

  @Test
  void aPartnerDoesNotTurnItsBannedAgentIntoSomebodyElse() {
    String liLei = Broker.newCustomer();
    broker.share(liLei);
    broker.declareAgent(Broker.HAIYUN, NUMBER).then().statusCode(200);
    approve(propose(null, "CASE-2026-1"));
    RequestSpecification haiyun = Broker.as(TestTokens.partner(broker.controller(), Broker.HAIYUN));
    haiyun
        .body(agent("ABC123", 12))
        .put("/v1/partner-agents/AG-" + NUMBER)
        .then()
        .statusCode(409)
        .body("code", equalTo("CONFLICT"));
    asHaiyun(liLei).then().body("callerRefusal", equalTo("PARTNER_SUSPENDED"));
  }

  @Test
  void nobodyIsDeclaredCertifiedForLongerThanACertificateLasts() {
    broker
        .officer()
        .body(agent("ABC123", 13))
        .put("/v1/partner-agents/AG-9")
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));
  }

  private static Map<String, Object> agent(String number, int months) {
    return Map.of(
        "identityNumber",
        number,
        "certifiedUntil",
        BusinessTime.today(Clock.system(BusinessTime.ZONE)).plusMonths(months).toString(),
        "evidence",
        "AGENT-2026-002",
        "recipientId",
        Broker.HAIYUN);
  }

  @Test
  void anEntryEndsWithItsLastDay() {
    Map<String, Object> proposal = proposal(null, "CASE-2026-1");
    proposal.put(
        "expiresOn", BusinessTime.today(Clock.system(BusinessTime.ZONE)).plusDays(9).toString());
    approve(broker.officer().body(proposal).post("/v1/bans")).then().statusCode(200);
    MovableClock.ahead(Duration.ofDays(9), () -> join("8001", NUMBER, null).then().statusCode(409));
    MovableClock.ahead(
        Duration.ofDays(10), () -> join("8001", NUMBER, null).then().statusCode(201));
  }

  private Response propose(@Nullable String employeeNo, @Nullable String evidence) {
    return broker.officer().body(proposal(employeeNo, evidence)).post("/v1/bans");
  }

  private static Map<String, Object> proposal(
      @Nullable String employeeNo, @Nullable String evidence) {
    Map<String, Object> proposal = new HashMap<>();
    proposal.put("identityNumber", NUMBER);
    proposal.put("employeeNo", employeeNo);
    proposal.put("actCode", "RESALE");
    proposal.put("evidence", evidence);
    return proposal;
  }

  private Response approve(Response proposed) {
    return second().post("/v1/bans/" + proposed.path("id") + "/approval");
  }

  private static Response decideAppeal(RequestSpecification officer, Response ban) {
    return officer
        .body(Map.of("upheld", true))
        .post("/v1/bans/" + ban.path("id") + "/appeal-decision");
  }

  private static Response refer(RequestSpecification officer, Response ban) {
    return officer
        .body(Map.of("reference", "POLICE-2026-77"))
        .post("/v1/bans/" + ban.path("id") + "/police-referral");
  }

  private Response join(String employeeNo, String number, @Nullable String override) {
    Map<String, Object> joining = new HashMap<>();
    joining.put("kind", "JOINER");
    joining.put("employeeNo", employeeNo);
    joining.put("identityNumber", number);
    joining.put("roles", List.of("client-manager"));
    joining.put("branch", "杭州分公司");
    joining.put("externalCheck", "IAC-2026-5");
    joining.put("overrideReason", override);
    joining.put("effectiveOn", "2026-01-01");
    return broker.officer().body(joining).post("/v1/staff-changes");
  }

  private RequestSpecification second() {
    return Broker.as(broker.staff("compliance-officer", "3002"));
  }

  private RequestSpecification third() {
    return Broker.as(broker.staff("compliance-officer", "3003"));
  }

  private Response reading(String employeeNo) {
    return Broker.decide(
        Broker.as(broker.staff("client-manager", employeeNo)),
        "P-04",
        List.of("name"),
        Broker.newCustomer());
  }

  private Response asHaiyun(String customer) {
    return Broker.decide(broker.recordsFor(Broker.HAIYUN), "P-12", List.of("name"), customer);
  }
}
