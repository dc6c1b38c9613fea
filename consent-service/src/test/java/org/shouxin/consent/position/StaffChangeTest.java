package org.shouxin.consent.position;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.IdentityNeighbour;
import org.shouxin.consent.MovableClock;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.testing.TestTokens;

/** R-AC-03: rights change with the approval of a second person, and at once. */
@QuarkusTest
@ConsentServiceTest
@NullUnmarked
class StaffChangeTest {
  private static final String LEFT = "9001";
  private static final String ACCOUNT = "/admin/users/acc-1";

  @Inject AccountTasks tasks;
  @Inject Database database;

  private Broker broker;

  @BeforeEach
  void forget() {
    broker = Broker.open();
    IdentityNeighbour.forget();
    database.systemWrite(handle -> handle.execute("update account_task set done_at = now()"));
    broker.clear(LEFT);
  }

  @Test
  void aLeaversNextReadIsRefusedAtOnceAndTheAccountIsClosedWithin15Minutes() {
    reading("client-manager", "杭州分公司").then().body("callerRefusal", nullValue());
    Response leaving = propose("LEAVER", null, null, "9100");
    leaving.then().statusCode(201).body("approvedAt", nullValue());
    reading("client-manager", "杭州分公司").then().body("callerRefusal", nullValue());
    broker
        .officer()
        .post("/v1/staff-changes/" + leaving.path("id") + "/approval")
        .then()
        .statusCode(422)
        .body("code", equalTo("SELF_APPROVAL"));
    approve(leaving).then().statusCode(200).body("approvedBy", equalTo("1000"));

    reading("client-manager", "杭州分公司")
        .then()
        .body("callerRefusal", equalTo("POSITION_ENDED"))
        .body("people[0].permitted", equalTo(false));
    employee("client-manager", "杭州分公司")
        .get("/v1/clearance/me")
        .then()
        .statusCode(403)
        .body("code", equalTo("POSITION_ENDED"));
    Response task = broker.officer().get("/v1/staff-changes/account-tasks");
    task.then().body("[0].kind", equalTo("CLOSE")).body("[0].doneAt", nullValue());
    assertThat(Duration.between(at(task, "orderedAt"), at(task, "dueAt")))
        .isEqualTo(Duration.ofMinutes(15));

    IdentityNeighbour.SERVER.stubFor(
        any(urlPathMatching("/admin/.*")).willReturn(aResponse().withStatus(503)));
    tasks.work();
    broker
        .officer()
        .get("/v1/staff-changes/account-tasks")
        .then()
        .body("[0].attempts", equalTo(1))
        .body("[0].lastFault", equalTo("PROVIDER_503"))
        .body("[0].doneAt", nullValue());
    account("client-manager");
    MovableClock.ahead(Duration.ofSeconds(5), tasks::work);
    broker
        .officer()
        .get("/v1/staff-changes/account-tasks")
        .then()
        .body("[0].attempts", equalTo(2))
        .body("[0].doneAt", notNullValue());
    IdentityNeighbour.SERVER.verify(
        1,
        putRequestedFor(urlEqualTo(ACCOUNT))
            .withRequestBody(matchingJsonPath("$[?(@.enabled == false)]")));
    IdentityNeighbour.SERVER.verify(1, postRequestedFor(urlEqualTo(ACCOUNT + "/logout")));
    assertThat(broker.eventsConcerning(LEFT))
        .endsWith("staff.change.proposed", "right.revoked", "account.closed");
  }

  @Test
  void aLeaversCustomersGoToTheSuccessorAndTheRegistrationIsCancelledInFiveDays() {
    Response leaving = approve(propose("LEAVER", null, null, "9100"));
    RequestSpecification records = Broker.as(TestTokens.service("records-service"));
    records
        .get("/v1/reassignments")
        .then()
        .body("findAll { it.id == '" + leaving.path("id") + "' }.toEmployee", contains("9100"));
    Broker.as(TestTokens.service("records-service"))
        .body(
            Map.of(
                "controllerId",
                broker.controller(),
                "id",
                leaving.path("id"),
                "fromEmployee",
                LEFT,
                "customers",
                3))
        .post("/v1/reassignments/done")
        .then()
        .statusCode(204);
    Broker.as(TestTokens.service("records-service"))
        .get("/v1/reassignments")
        .then()
        .body("findAll { it.id == '" + leaving.path("id") + "' }", hasSize(0));

    assertThat(clock(leaving, "floor(extract(epoch from due_at))::bigint"))
        .isEqualTo(
            Long.toString(
                Instant.parse(leaving.path("approvedAt"))
                    .plus(Duration.ofDays(5))
                    .getEpochSecond()));
    String cancel = "/v1/staff-changes/" + leaving.path("id") + "/registration-cancellation";
    broker.officer().body(Map.of("evidence", "REG-2026-4")).post(cancel).then().statusCode(200);
    assertThat(clock(leaving, "kind")).isEqualTo("MET");
    broker.officer().body(Map.of("evidence", "REG-2026-4")).post(cancel).then().statusCode(409);
    broker.officer().get("/v1/reassignments").then().statusCode(403);
  }

  @Test
  void aMoverKeepsNoRightOfTheOldPosition() {
    reading("client-manager", "杭州分公司").then().body("callerRefusal", nullValue());
    approve(propose("MOVER", List.of("supervisor"), "苏州营业部", "9100")).then().statusCode(200);
    for (String[] old :
        List.of(
            new String[] {"client-manager", "杭州分公司"},
            new String[] {"client-manager", "苏州营业部"},
            new String[] {"supervisor", "杭州分公司"})) {
      reading(old[0], old[1]).then().body("callerRefusal", equalTo("POSITION_ENDED"));
    }
    reading("supervisor", "苏州营业部").then().body("callerRefusal", nullValue());

    account("client-manager");
    tasks.work();
    IdentityNeighbour.SERVER.verify(
        1,
        deleteRequestedFor(urlEqualTo(ACCOUNT + "/role-mappings/realm"))
            .withRequestBody(
                matchingJsonPath(
                    "$[0].name",
                    com.github.tomakehurst.wiremock.client.WireMock.equalTo("client-manager"))));
    IdentityNeighbour.SERVER.verify(
        1,
        putRequestedFor(urlEqualTo(ACCOUNT))
            .withRequestBody(
                matchingJsonPath(
                    "$.attributes.branch[0]",
                    com.github.tomakehurst.wiremock.client.WireMock.equalTo("苏州营业部"))));
    IdentityNeighbour.SERVER.verify(1, postRequestedFor(urlEqualTo(ACCOUNT + "/logout")));
    assertThat(broker.eventsConcerning(LEFT))
        .endsWith("right.revoked", "right.granted", "account.moved");
  }

  @Test
  void whoHoldsNoPositionDoesNotComeInAsAMover() {
    broker
        .officer()
        .body(event("MOVER", List.of("supervisor"), "杭州分公司", "9100"))
        .post("/v1/staff-changes")
        .then()
        .statusCode(422)
        .body("code", equalTo("EVIDENCE_REQUIRED"));
    approve(propose("MOVER", List.of("supervisor"), "杭州分公司", "9100")).then().statusCode(200);
    broker
        .officer()
        .body(event("MOVER", List.of("client-manager"), "杭州分公司", "9100"))
        .post("/v1/staff-changes")
        .then()
        .statusCode(201);
  }

  @Test
  void whoControlsIsApprovedByComplianceAndForbiddenPairsAreRefused() {
    propose("MOVER", List.of("compliance-officer", "auditor"), "总部", "9100")
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));
    Response officer = propose("MOVER", List.of("compliance-officer"), "总部", "9100");
    approve(officer).then().statusCode(403).body("code", equalTo("FOUR_EYES"));
    Broker.as(broker.staff("compliance-officer", "3002"))
        .post("/v1/staff-changes/" + officer.path("id") + "/approval")
        .then()
        .statusCode(200);
  }

  @Test
  void aJoinersAccountIsOpenedWithoutPasswordAndAsksForOneAndASecondFactor() {
    Map<String, Object> joining = event("JOINER", List.of("supervisor"), "杭州分公司", null);
    joining.put("identityNumber", "110101199003078990");
    joining.put("externalCheck", "IAC-1");
    account("client-manager");
    stubbedNobody();
    approve(broker.officer().body(joining).post("/v1/staff-changes")).then().statusCode(200);

    tasks.work();

    IdentityNeighbour.SERVER.verify(
        1,
        postRequestedFor(urlEqualTo("/admin/users"))
            .withRequestBody(
                matchingJsonPath(
                    "$[?(@.enabled == true && @.attributes.employee_no[0] == '"
                        + LEFT
                        + "' && @.attributes.controller[0] == '"
                        + broker.controller()
                        + "')]"))
            .withRequestBody(
                matchingJsonPath(
                    "$.requiredActions", equalToJson("[\"UPDATE_PASSWORD\",\"CONFIGURE_TOTP\"]")))
            .withRequestBody(notContaining("credentials")));
    assertThat(broker.eventsConcerning(LEFT))
        .endsWith("staff.change.proposed", "person.hire_check.passed", "right.granted");
    account("client-manager");
    MovableClock.ahead(Duration.ofSeconds(5), tasks::work);
    IdentityNeighbour.SERVER.verify(
        1,
        postRequestedFor(urlEqualTo(ACCOUNT + "/role-mappings/realm"))
            .withRequestBody(
                matchingJsonPath(
                    "$[0].name",
                    com.github.tomakehurst.wiremock.client.WireMock.equalTo("supervisor"))));
    assertThat(broker.eventsConcerning(LEFT)).endsWith("right.granted", "account.opened");
    IdentityNeighbour.SERVER.verify(0, postRequestedFor(urlEqualTo("/admin/users")));
  }

  @Test
  void anOlderOrderThatStillFailsNeverUndoesALaterOne() {
    Map<String, Object> joining = event("JOINER", List.of("client-manager"), "杭州分公司", null);
    joining.put("identityNumber", "110101199003078990");
    joining.put("externalCheck", "IAC-1");
    approve(broker.officer().body(joining).post("/v1/staff-changes")).then().statusCode(200);
    IdentityNeighbour.SERVER.stubFor(
        any(urlPathMatching("/admin/.*")).willReturn(aResponse().withStatus(503)));
    tasks.work();
    approve(propose("LEAVER", null, null, "9100")).then().statusCode(200);
    account("client-manager");

    MovableClock.ahead(Duration.ofSeconds(5), tasks::work);

    IdentityNeighbour.SERVER.verify(
        1,
        putRequestedFor(urlEqualTo(ACCOUNT))
            .withRequestBody(matchingJsonPath("$[?(@.enabled == false)]")));
    IdentityNeighbour.SERVER.verify(
        0,
        putRequestedFor(urlEqualTo(ACCOUNT))
            .withRequestBody(matchingJsonPath("$[?(@.enabled == true)]")));
    assertThat(broker.eventsConcerning(LEFT)).doesNotContain("account.opened");
  }

  /** The file is what the retaliation watch of audit-service is tested with (R-AU-05). */
  @Test
  void theChangesOfARightAreTheOnesThatTheWatchIsTestedWith() throws IOException {
    account("client-manager");
    Map<String, Object> joining = event("JOINER", List.of("client-manager"), "杭州分公司", null);
    joining.put("identityNumber", "110101199003078990");
    joining.put("externalCheck", "IAC-1");
    approve(broker.officer().body(joining).post("/v1/staff-changes")).then().statusCode(200);
    tasks.work();
    approve(propose("MOVER", List.of("supervisor"), "苏州营业部", "9100")).then().statusCode(200);
    tasks.work();
    approve(propose("LEAVER", null, null, "9100")).then().statusCode(200);
    tasks.work();
    Response ban =
        broker
            .officer()
            .body(
                Map.of(
                    "identityNumber", "110101199003078990",
                    "employeeNo", LEFT,
                    "actCode", "LEAK",
                    "evidence", "CASE-2026-1"))
            .post("/v1/bans");
    RequestSpecification second = Broker.as(broker.staff("compliance-officer", "3002"));
    second.post("/v1/bans/" + ban.path("id") + "/approval").then().statusCode(200);
    broker
        .officer()
        .body(Map.of("reference", "POLICE-2026-77"))
        .post("/v1/bans/" + ban.path("id") + "/police-referral")
        .then()
        .statusCode(200);

    List<String> published =
        Files.readAllLines(Path.of("../contracts/examples/people/right-changes.csv"));
    assertThat(broker.changesOf(LEFT))
        .containsExactlyElementsOf(published.subList(1, published.size()));
  }

  @Test
  void whatHrSaysIsCompleteOrRefused() {
    Map<String, Object> joining = event("JOINER", List.of("client-manager"), "杭州分公司", null);
    broker
        .officer()
        .body(joining)
        .post("/v1/staff-changes")
        .then()
        .statusCode(422)
        .body("code", equalTo("EVIDENCE_REQUIRED"));
    propose("LEAVER", null, null, null)
        .then()
        .statusCode(422)
        .body("code", equalTo("SUCCESSOR_REQUIRED"));
    propose("MOVER", List.of("service"), "杭州分公司", "9100")
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));
    Broker.as(broker.staff("supervisor", LEFT))
        .body(event("MOVER", List.of("compliance-officer"), "总部", "9100"))
        .post("/v1/staff-changes")
        .then()
        .statusCode(422)
        .body("code", equalTo("SELF_APPROVAL"));
  }

  @Test
  void hrsFileIsTakenWholeOrNotAtAll() {
    String header =
        "kind,employee_no,identity_number,roles,branch,external_check,successor,effective_on\n";
    String joiner = "JOINER,9002,110101199003078990,client-manager,杭州分公司,IAC-1,,2026-01-01\n";
    file(header + joiner + "LEAVER,9001,,,,,9002,yesterday\n")
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));
    broker.officer().get("/v1/staff-changes").then().body("", hasSize(0));
    Response proposed = file(header + joiner + "LEAVER,9001,,,,,9002,2026-01-01\n");
    proposed
        .then()
        .statusCode(201)
        .body("kind", contains("JOINER", "LEAVER"))
        .body("employeeNo", contains("9002", "9001"));
    assertThat(proposed.asString()).doesNotContain("110101199003078990");
  }

  private Response file(String csv) {
    return broker
        .officer()
        .contentType(ContentType.TEXT.withCharset("UTF-8").replace("plain", "csv"))
        .body(csv)
        .post("/v1/staff-changes/file");
  }

  private Response propose(String kind, List<String> roles, String branch, String successor) {
    Map<String, Object> event = event(kind, roles, branch, successor);
    if (kind.equals("MOVER")) {
      event.put("identityNumber", "110101199003078990");
      event.put("externalCheck", "IAC-2026-5");
    }
    return broker.officer().body(event).post("/v1/staff-changes");
  }

  private static Map<String, Object> event(
      String kind, List<String> roles, String branch, String successor) {
    Map<String, Object> event = new HashMap<>();
    event.put("kind", kind);
    event.put("employeeNo", LEFT);
    event.put("roles", roles);
    event.put("branch", branch);
    event.put("successor", successor);
    event.put("effectiveOn", "2026-01-01");
    return event;
  }

  private Response approve(Response proposed) {
    return Broker.as(broker.staff("supervisor", "1000"))
        .post("/v1/staff-changes/" + proposed.path("id") + "/approval");
  }

  private RequestSpecification employee(String role, String branch) {
    return Broker.as(TestTokens.employee(broker.controller(), role, LEFT, branch));
  }

  private Response reading(String role, String branch) {
    return Broker.decide(employee(role, branch), "P-04", List.of("name"), Broker.newCustomer());
  }

  private static Instant at(Response tasks, String field) {
    return Instant.parse(tasks.path("[0]." + field));
  }

  private String clock(Response change, String expression) {
    return database.read(
        new ControllerId(broker.controller()),
        handle ->
            handle
                .createQuery(
                    "select ("
                        + expression
                        + ")::text from duty_clock_event where case_id = ?::uuid and code = 'K-18'"
                        + " order by sequence desc limit 1")
                .bind(0, change.<String>path("id"))
                .mapTo(String.class)
                .one());
  }

  /** Keycloak takes a new account and finds none, so that the task has to come again. */
  private static void stubbedNobody() {
    IdentityNeighbour.SERVER.stubFor(any(urlPathEqualTo("/admin/users")).willReturn(okJson("[]")));
  }

  /** Keycloak knows one account of the employee, and another one that only looks like it. */
  private void account(String role) {
    IdentityNeighbour.forget();
    IdentityNeighbour.SERVER.stubFor(
        any(urlPathMatching("/admin/users/.*")).willReturn(aResponse().withStatus(204)));
    IdentityNeighbour.SERVER.stubFor(
        get(urlPathEqualTo("/admin/users"))
            .willReturn(
                okJson(
                    """
                    [{"id":"acc-1","username":"a","enabled":true,"attributes":{"employee_no":["%1$s"],"controller":["%2$s"]}},
                     {"id":"acc-2","username":"b","enabled":true,"attributes":{"employee_no":["%1$s0"],"controller":["%2$s"]}}]
                    """
                        .formatted(LEFT, broker.controller()))));
    IdentityNeighbour.SERVER.stubFor(
        get(urlEqualTo(ACCOUNT + "/role-mappings/realm"))
            .willReturn(
                okJson(
                    "[{\"id\":\"r1\",\"name\":\""
                        + role
                        + "\"},{\"id\":\"r2\",\"name\":\"other\"}]")));
    IdentityNeighbour.SERVER.stubFor(
        get(urlEqualTo(ACCOUNT + "/role-mappings/realm/available"))
            .willReturn(
                okJson(
                    "[{\"id\":\"r3\",\"name\":\"supervisor\"},{\"id\":\"r4\",\"name\":\"auditor\"}]")));
  }
}
