package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.testing.TestTokens;

/** What staff read and do besides cases: reports, canaries, entered customers, files. */
@QuarkusTest
class StaffDeskTest extends GatewayTest {
  private static final String OFFICER =
      TestTokens.employee("ctl-donghai", "compliance-officer", "3001", "总部");

  @BeforeEach
  @AfterEach
  void forget() {
    Neighbourhood.reset();
  }

  @Test
  void aBookPassesThroughTheDoorWithTheCallersTokenAndItsDefectsComeBack() {
    Neighbourhood.answer(
        "/records/v1/imports",
        202,
        """
        {"id":"i-1","state":"RUNNING","receivedAt":"2026-11-22T10:00:00+08:00","checkpointRow":0,"rowsRead":0,
         "rowsAccepted":0,"rowsRejected":0,"newCustomers":0,"knownCustomers":0,"newPolicies":0}
        """);
    byte[] book = new byte[12_000_000];
    java.util.Arrays.fill(book, (byte) 'x');
    Response begun = door().contentType("text/csv").body(book).post("/files/imports");
    assertThat(begun.statusCode()).isEqualTo(202);
    assertThat(begun.<String>path("id")).isEqualTo("i-1");
    assertThat(begun.<String>path("defectsPath")).isEqualTo("/files/imports/i-1/defects");
    LoggedRequest sent = Neighbourhood.asked("records").getFirst();
    assertThat(sent.getBody()).isEqualTo(book);
    assertThat(sent.getHeader("Authorization")).isEqualTo("Bearer " + OFFICER);

    Neighbourhood.answer("/records/v1/imports/i-1/defects", 200, "row,code\n");
    assertThat(door().get("/files/imports/i-1/defects").asString()).isEqualTo("row,code\n");
  }

  @Test
  void aDoorRefusesAsTheServiceDoesAndASessionOfAnotherSite() {
    Neighbourhood.refuse("/records/v1/staff", ProblemCode.FORBIDDEN);
    Response refused = door().contentType("text/csv").body("employee_no\n").put("/files/staff");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.<String>path("code")).isEqualTo("FORBIDDEN");
    assertThat(RestAssured.given().body("x").post("/files/imports").statusCode()).isEqualTo(401);
  }

  @Test
  void aLargeSampleOfALeakGoesOnAsItIs() {
    Neighbourhood.answer(
        "/audit/v1/traces/upload",
        200,
        "{\"id\":\"t-9\",\"matched\":2,\"suspects\":[],\"evidence\":[]}");
    Response trace =
        door()
            .contentType("text/plain")
            .queryParam("knownField", "mobile")
            .body("a\nb\n")
            .post("/files/traces");
    assertThat(trace.<String>path("id")).isEqualTo("t-9");
    LoggedRequest sent = Neighbourhood.asked("audit").getFirst();
    assertThat(sent.getUrl()).endsWith("/v1/traces/upload?knownField=mobile");
    assertThat(sent.getBodyAsString()).isEqualTo("a\nb\n");
  }

  @Test
  void aCampaignsReportIsReadAsFieldsAsATableAndAsALetter() {
    Neighbourhood.answer(
        "/records/v1/campaigns/k-1/report",
        200,
        """
        {"campaignId":"k-1","insurer":"东海人寿","letterReference":"DH-1","letterSha256":"00","dueOn":"2026-12-01",
         "policies":2,"cleanPolicies":1,"outcomes":{"OPEN":1},"lines":[{"itemId":"m-1","reference":"r","defects":["MOBILE:MISSING"],
         "state":"OPEN","evidence":null,"commissionHeld":true}]}
        """);
    Neighbourhood.answer("/records/v1/campaigns/k-1/report/table", 200, "item,state\n");
    Neighbourhood.answer("/records/v1/campaigns/k-1/report/letter", 200, "Dear insurer");
    assertThat(
            ask(
                "{ campaignReport(campaignId: \"k-1\") { cleanPolicies outcomes { state items }"
                    + " lines { itemId commissionHeld } } campaignTable(campaignId: \"k-1\")"
                    + " campaignLetter(campaignId: \"k-1\", language: \"en\") }"))
        .isEqualTo(
            "{\"data\":{\"campaignReport\":{\"cleanPolicies\":1,\"outcomes\":[{\"state\":\"OPEN\",\"items\":1}],"
                + "\"lines\":[{\"itemId\":\"m-1\",\"commissionHeld\":true}]},\"campaignTable\":\"item,state\\n\",\"campaignLetter\":\"Dear"
                + " insurer\"}}");
  }

  @Test
  void aCustomerIsEnteredAndWhatCameBackIsReported() {
    Neighbourhood.answer("/records/v1/customers", 201, "{\"id\":\"p-1\",\"created\":true}");
    Neighbourhood.answer("/records/v1/stale-data/bounces", 204, "");
    Neighbourhood.answer(
        "/records/v1/stale-data",
        200,
        "[{\"customerId\":\"p-1\",\"code\":\"EMAIL_BOUNCED\",\"foundAt\":\"2026-11-22T02:00:00Z\"}]");
    assertThat(
            ask(
                "mutation { enterCustomer(input: {name: \"韩梅梅\", mobile: \"13800000000\"}) { id"
                    + " created } }"))
        .isEqualTo("{\"data\":{\"enterCustomer\":{\"id\":\"p-1\",\"created\":true}}}");
    assertThat(ask("mutation { reportBounce(customerId: \"p-1\", field: \"email\") }"))
        .isEqualTo("{\"data\":{\"reportBounce\":\"p-1\"}}");
    assertThat(ask("{ staleData { code employeeNo } }"))
        .isEqualTo("{\"data\":{\"staleData\":[{\"code\":\"EMAIL_BOUNCED\",\"employeeNo\":null}]}}");
    List<String> sent =
        Neighbourhood.asked("records").stream().map(LoggedRequest::getBodyAsString).toList();
    assertThat(sent.getFirst()).contains("\"name\":\"韩梅梅\"", "\"mobile\":\"13800000000\"");
    assertThat(sent.get(1)).isEqualTo("{\"customerId\":\"p-1\",\"field\":\"email\"}");
  }

  /** Decided first, sealed after: a refusal leaves no text in the vault. */
  @Test
  void noTextIsSealedForAStepThatIsRefused() {
    String path = "/consent/v1/complaints/c-1";
    Neighbourhood.answer(path, 200, "{\"id\":\"c-1\",\"customerId\":\"p-1\"}");
    Neighbourhood.refuse(path + "/check", ProblemCode.COMPLAINT_NOT_ASSIGNED);
    Neighbourhood.answer("/consent/v1/rights-requests/q-1", 200, "{\"customerId\":\"p-1\"}");
    Neighbourhood.refuse("/consent/v1/rights-requests/q-1/check", ProblemCode.REFUSAL_UNREASONED);
    assertThat(ask("mutation { respondToComplaint(complaintId: \"c-1\", text: \"no\") { id } }"))
        .contains("COMPLAINT_NOT_ASSIGNED");
    assertThat(
            ask(
                "mutation { refuseRightsRequest(requestId: \"q-1\", reasonCode: \"x\", text:"
                    + " \"no\") { id } }"))
        .contains("REFUSAL_UNREASONED");
    assertThat(Neighbourhood.asked("records")).isEmpty();
  }

  @Test
  void whatEscalatesIsInTheQueueUntilItIsSeenAndAMajorComplaintGetsItsPlan() {
    Neighbourhood.answer(
        "/consent/v1/case-notices",
        200,
        """
        [{"id":"b-1","caseId":"c-1","number":"TS-1","code":"K-01","kind":"ESCALATED","hours":49,"audience":"SUPERVISOR",
          "raisedAt":"2026-11-22T02:00:00Z"}]
        """);
    Neighbourhood.answer("/consent/v1/case-notices/b-1/acknowledgement", 204, "");
    Neighbourhood.answer(
        "/consent/v1/complaints/c-1/plan", 200, "{\"id\":\"c-1\",\"plan\":\"MEDIATION\"}");
    assertThat(ask("{ caseNotices { number kind hours audience } }"))
        .isEqualTo(
            "{\"data\":{\"caseNotices\":[{\"number\":\"TS-1\",\"kind\":\"ESCALATED\",\"hours\":49,\"audience\":\"SUPERVISOR\"}]}}");
    assertThat(ask("mutation { acknowledgeCaseNotice(noticeId: \"b-1\") }"))
        .isEqualTo("{\"data\":{\"acknowledgeCaseNotice\":\"b-1\"}}");
    assertThat(
            ask(
                "mutation { startComplaintPlan(complaintId: \"c-1\", route: \"MEDIATION\") { plan }"
                    + " }"))
        .isEqualTo("{\"data\":{\"startComplaintPlan\":{\"plan\":\"MEDIATION\"}}}");
    assertThat(Neighbourhood.asked("consent").getLast().getBodyAsString())
        .isEqualTo("{\"route\":\"MEDIATION\"}");
  }

  @Test
  void twoPeoplePlantACanary() {
    Neighbourhood.answer("/audit/v1/canaries", 200, "{\"id\":\"y-1\"}");
    Neighbourhood.answer("/audit/v1/canaries/y-1/approval", 204, "");
    assertThat(ask("mutation { proposeCanary(customerId: \"p-1\") }"))
        .isEqualTo("{\"data\":{\"proposeCanary\":\"y-1\"}}");
    assertThat(Neighbourhood.asked("audit").getFirst().getBodyAsString())
        .isEqualTo("{\"subjectRef\":\"p-1\"}");
    assertThat(ask("mutation { approveCanary(proposalId: \"y-1\") }"))
        .isEqualTo("{\"data\":{\"approveCanary\":\"y-1\"}}");
  }

  @Test
  void listsOfAuditServiceAreReadPageByPage() {
    Neighbourhood.answer(
        "/audit/v1/incidents/n-1/affected/1/persons",
        200,
        "[{\"subjectRef\":\"p-1\",\"fields\":[\"mobile\"]}]");
    Neighbourhood.answer(
        "/audit/v1/destruction/plans/d-1/items",
        200,
        """
        [{"id":"it-2","subjectRef":null,"store":"records","recordRef":"","retentionClass":"RT-15","method":"SHRED_KEY",
          "state":"OPEN","attempts":0}]
        """);
    Neighbourhood.answer(
        "/audit/v1/retention/runs",
        200,
        """
        [{"runOn":"2026-11-22","startedAt":"2026-11-22T02:00:00Z","finishedAt":null,"recomputed":9,"restricted":1,"proposed":0}]
        """);
    Neighbourhood.answer(
        "/audit/v1/backup-events",
        200,
        """
        [{"backupSet":"keys","backupId":"b-1","kind":"TAKEN","sha256":"00","reportedBy":"op","reportedAt":"2026-11-22T02:00:00Z"}]
        """);
    assertThat(
            ask(
                "{ affectedPersons(incidentId: \"n-1\", version: 1, after: \"p-0\") { subjectRef"
                    + " fields } destructionItems(planId: \"d-1\") { id state } retentionRuns {"
                    + " recomputed } backupEvents { kind } }"))
        .isEqualTo(
            "{\"data\":{\"affectedPersons\":[{\"subjectRef\":\"p-1\",\"fields\":[\"mobile\"]}],"
                + "\"destructionItems\":[{\"id\":\"it-2\",\"state\":\"OPEN\"}],"
                + "\"retentionRuns\":[{\"recomputed\":9}],\"backupEvents\":[{\"kind\":\"TAKEN\"}]}}");
    assertThat(Neighbourhood.asked("audit").stream().map(LoggedRequest::getBodyAsString))
        .contains("{\"first\":100,\"after\":\"p-0\"}");
  }

  private static io.restassured.specification.RequestSpecification door() {
    return RestAssured.given().auth().oauth2(OFFICER);
  }

  private static String ask(String query) {
    return as(OFFICER)
        .body(Map.of("query", query))
        .post("/graphql")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
