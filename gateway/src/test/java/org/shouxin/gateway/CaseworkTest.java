package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.testing.TestTokens;

/** What staff do about cases, rules, imports and HR's file, as the services take it. */
@QuarkusTest
class CaseworkTest extends GatewayTest {
  private static final String OFFICER =
      TestTokens.employee("ctl-donghai", "compliance-officer", "3001", "总部");
  private static final String COMPLAINT =
      """
      {"id":"c-1","number":"TS-1","customerId":"%s","state":"RESPONDED","textId":"t-1","answerTextId":"x-1",
       "receivedAt":"2026-09-30T10:00:00Z","firstResponseDueAt":"2026-10-03T10:00:00Z","firstResponseAt":null,
       "decisionDueAt":"2026-10-20T10:00:00Z","handler":"1026","concerned":["1024"],"grounds":["MEDIA"],"plan":null,
       "extensions":[{"at":"2026-10-10T10:00:00Z","textId":"t-2"}],"proposedExtensionTextId":"t-3",
       "openPromises":[{"id":"p-1","dueOn":"2026-10-09"}],
       "clocks":[{"caseId":"c-1","code":"K-01","startedAt":"2026-09-30T10:00:00Z","dueAt":"2026-10-03T10:00:00Z",
         "metAt":null,"escalatedHours":48,"breachedAt":null}]}
      """
          .formatted(Neighbourhood.LI_LEI);
  private static final String REQUEST =
      """
      {"id":"q-1","customerId":"%s","type":"COPY","state":"REFUSED","textId":null,"answerTextId":"x-1","reasonCode":"NO_GROUND",
       "receivedAt":"2026-09-30T10:00:00Z","dueAt":"2026-10-30T10:00:00Z","clocks":[],"erasure":[]}
      """
          .formatted(Neighbourhood.LI_LEI);

  private static final String RECORDED =
      """
      {"id":"q-2","customerId":"%s","type":"COPY","state":"IDENTITY_CHECK","channel":"PHONE","recordedBy":"1024",
       "identityProof":null,"textId":"x-1","receivedAt":"2026-09-30T10:00:00Z","dueAt":"2026-10-12T10:00:00Z","clocks":[],
       "erasure":[]}
      """
          .formatted(Neighbourhood.LI_LEI);

  @BeforeEach
  @AfterEach
  void forget() {
    Neighbourhood.reset();
  }

  @Test
  void aComplaintShowsItsEscalationAndItsPromises() {
    Neighbourhood.answer("/consent/v1/complaints/c-1", 200, COMPLAINT);
    assertThat(
            ask(
                "{ complaintCase(complaintId: \"c-1\") { concerned openPromises { id dueOn } clocks"
                    + " { code escalatedHours breachedAt } } }"))
        .isEqualTo(
            "{\"data\":{\"complaintCase\":{\"concerned\":[\"1024\"],\"openPromises\":[{\"id\":\"p-1\",\"dueOn\":\"2026-10-09\"}],"
                + "\"clocks\":[{\"code\":\"K-01\",\"escalatedHours\":48,\"breachedAt\":null}]}}}");
  }

  /** The case says whose text it is, never the caller. */
  @Test
  void anAnswerIsSealedUnderTheKeyOfThePersonOfTheCase() {
    Neighbourhood.answer("/consent/v1/complaints/c-1", 200, COMPLAINT);
    Neighbourhood.answer("/consent/v1/complaints/c-1/check", 204, "");
    for (String step : List.of("response", "decision")) {
      Neighbourhood.answer("/consent/v1/complaints/c-1/" + step, 200, COMPLAINT);
    }
    assertThat(
            ask(
                "mutation { respondToComplaint(complaintId: \"c-1\", text: \"we look\") {"
                    + " answerTextId } }"))
        .isEqualTo("{\"data\":{\"respondToComplaint\":{\"answerTextId\":\"x-1\"}}}");
    assertThat(sent("records"))
        .containsExactly(
            "{\"customerId\":\"%s\",\"subject\":null,\"body\":\"we look\"}"
                .formatted(Neighbourhood.LI_LEI));
    assertThat(sent("consent"))
        .containsExactly("", "{\"kind\":\"RESPONDED\"}", "{\"textId\":\"x-1\"}");
    assertThat(
            ask("mutation { decideComplaint(complaintId: \"c-1\", text: \"done\") { handler } }"))
        .isEqualTo("{\"data\":{\"decideComplaint\":{\"handler\":\"1026\"}}}");
  }

  @Test
  void assignmentPromisesAndClosingReachTheirCase() {
    for (String step : List.of("assignment", "promises", "promises/p-1/keeping", "closing")) {
      Neighbourhood.answer("/consent/v1/complaints/c-1/" + step, 200, COMPLAINT);
    }
    assertThat(
            ask(
                "mutation { assignComplaint(input: {complaintId: \"c-1\", employeeNo: \"1026\","
                    + " concerned: [\"1024\"]}) { handler } }"))
        .isEqualTo("{\"data\":{\"assignComplaint\":{\"handler\":\"1026\"}}}");
    ask("mutation { promiseInComplaint(complaintId: \"c-1\", dueOn: \"2026-10-09\") { id } }");
    ask("mutation { keepComplaintPromise(complaintId: \"c-1\", promiseId: \"p-1\") { id } }");
    ask("mutation { closeComplaint(complaintId: \"c-1\") { id } }");
    assertThat(sent("consent"))
        .containsExactly(
            "{\"employeeNo\":\"1026\",\"concerned\":[\"1024\"]}",
            "{\"dueOn\":\"2026-10-09\"}",
            "{}",
            "{}");
    Neighbourhood.refuse(
        "/consent/v1/complaints/c-1/assignment", ProblemCode.COMPLAINT_SELF_HANDLING);
    assertThat(
            ask(
                "mutation { assignComplaint(input: {complaintId: \"c-1\", employeeNo: \"3001\"}) {"
                    + " handler } }"))
        .contains("\"code\":\"COMPLAINT_SELF_HANDLING\"");
  }

  /** K-02: the reason is sealed for the person of the case before the time is extended. */
  @Test
  void moreTimeForADecisionTakesItsReasonAlongAndItsApprovalNothing() {
    Neighbourhood.answer("/consent/v1/complaints/c-1", 200, COMPLAINT);
    Neighbourhood.answer("/consent/v1/complaints/c-1/check", 204, "");
    for (String step : List.of("extension", "extension/approval")) {
      Neighbourhood.answer("/consent/v1/complaints/c-1/" + step, 200, COMPLAINT);
    }
    assertThat(
            ask(
                "mutation { extendComplaint(complaintId: \"c-1\", text: \"a surveyor looks\") {"
                    + " extensions { at textId } proposedExtensionTextId } }"))
        .isEqualTo(
            "{\"data\":{\"extendComplaint\":{\"extensions\":[{\"at\":\"2026-10-10T10:00:00Z\","
                + "\"textId\":\"t-2\"}],\"proposedExtensionTextId\":\"t-3\"}}}");
    ask("mutation { approveComplaintExtension(complaintId: \"c-1\") { id } }");
    assertThat(sent("consent"))
        .containsExactly("", "{\"kind\":\"EXTENDED\"}", "{\"textId\":\"x-1\"}", "{}");
  }

  @Test
  void aRequestWaitsGoesOnAndIsRefusedWithItsReason() {
    Neighbourhood.answer("/consent/v1/rights-requests/q-1", 200, REQUEST);
    Neighbourhood.answer("/consent/v1/rights-requests/q-1/check", 204, "");
    for (String step : List.of("waiting", "resumption", "answer", "refusal")) {
      Neighbourhood.answer("/consent/v1/rights-requests/q-1/" + step, 200, REQUEST);
    }
    ask("mutation { pauseRightsRequest(requestId: \"q-1\") { state } }");
    ask("mutation { resumeRightsRequest(requestId: \"q-1\") { state } }");
    ask("mutation { answerRightsRequest(requestId: \"q-1\", text: \"here\") { state } }");
    assertThat(
            ask(
                "mutation { refuseRightsRequest(requestId: \"q-1\", reasonCode: \"NO_GROUND\","
                    + " text: \"why\") { state reasonCode } }"))
        .isEqualTo(
            "{\"data\":{\"refuseRightsRequest\":{\"state\":\"REFUSED\",\"reasonCode\":\"NO_GROUND\"}}}");
    assertThat(sent("consent"))
        .containsExactly(
            "{}",
            "{}",
            "",
            "{\"kind\":\"ANSWERED\"}",
            "{\"textId\":\"x-1\"}",
            "",
            "{\"kind\":\"REFUSED\",\"reasonCode\":\"NO_GROUND\"}",
            "{\"reasonCode\":\"NO_GROUND\",\"textId\":\"x-1\"}");
    assertThat(ask("{ requestCase(requestId: \"q-1\") { customerId } }"))
        .contains(Neighbourhood.LI_LEI);
  }

  /** R-CP-02: looked at before the words are sealed, recorded with them after. */
  @Test
  void whatIsAskedAtTheCounterIsSealedOnceItIsKnownToBeAllowed() {
    String path = "/consent/v1/rights-requests/";
    Neighbourhood.answer(path + "intake/check", 204, "");
    Neighbourhood.answer(path + "intake", 201, RECORDED);
    Neighbourhood.answer(path + "q-2/identity-check", 200, RECORDED);
    String recording =
        "mutation { recordRightsRequest(input: {customerId: \"%s\", type: \"COPY\", channel:"
            + " \"PHONE\", detail: \"a copy\"}) { state channel recordedBy identityProof } }";
    assertThat(ask(recording.formatted(Neighbourhood.LI_LEI)))
        .isEqualTo(
            "{\"data\":{\"recordRightsRequest\":{\"state\":\"IDENTITY_CHECK\",\"channel\":\"PHONE\","
                + "\"recordedBy\":\"1024\",\"identityProof\":null}}}");
    ask(
        "mutation { recordIdentityCheck(requestId: \"q-2\", identity: {proof:"
            + " \"TWO_FACTORS_ON_CALL_BACK\", reference: \"CALL-7\"}) { id } }");
    String said =
        "{\"customerId\":\"" + Neighbourhood.LI_LEI + "\",\"type\":\"COPY\",\"channel\":\"PHONE\"";
    assertThat(sent("consent"))
        .containsExactly(
            said + "}",
            said + ",\"textId\":\"x-1\"}",
            "{\"proof\":\"TWO_FACTORS_ON_CALL_BACK\",\"reference\":\"CALL-7\"}");
    Neighbourhood.reset();
    Neighbourhood.refuse(path + "intake/check", ProblemCode.IDENTITY_PROOF_TOO_WEAK);
    assertThat(ask(recording.formatted(Neighbourhood.LI_LEI))).contains("IDENTITY_PROOF_TOO_WEAK");
    assertThat(sent("records")).isEmpty();
  }

  @Test
  void rulesAreProposedAndApprovedAsWholeVersions() {
    String version =
        """
        {"version":2,"effectiveFrom":"2026-12-01","proposedBy":"3001","approvedBy":%s,"shipped":false,
         "rules":[{"signal":"NOT_OWN","audience":"*","soft":5.0,"hard":10.0,"points":40.0,"growth":1.0,"ceiling":80.0}]}
        """;
    Neighbourhood.answer("/audit/v1/monitor-rules", 200, version.formatted("null"));
    Neighbourhood.answer("/audit/v1/monitor-rules/2/approval", 200, version.formatted("\"1000\""));
    assertThat(
            ask(
                "mutation { proposeMonitorRules(input: {effectiveFrom: \"2026-12-01\", warnAt: 30,"
                    + " stepUpAt: 60, blockAt: 90, lockAt: 120, hoursFrom: 8, hoursUntil: 20,"
                    + " rules: [{signal: \"NOT_OWN\", audience: \"*\", soft: 5, hard: 10, points:"
                    + " 40, growth: 1, ceiling: 80}]}) { version approvedBy } }"))
        .isEqualTo("{\"data\":{\"proposeMonitorRules\":{\"version\":2,\"approvedBy\":null}}}");
    assertThat(sent("audit").getFirst()).contains("\"hoursFrom\":8", "\"signal\":\"NOT_OWN\"");
    assertThat(ask("mutation { approveMonitorRules(version: 2) { approvedBy } }"))
        .isEqualTo("{\"data\":{\"approveMonitorRules\":{\"approvedBy\":\"1000\"}}}");
    Neighbourhood.answer("/audit/v1/monitor-rules", 200, "[" + version.formatted("\"1000\"") + "]");
    assertThat(ask("{ monitorRules { version rules { signal hard } } }"))
        .isEqualTo(
            "{\"data\":{\"monitorRules\":[{\"version\":2,\"rules\":[{\"signal\":\"NOT_OWN\",\"hard\":10.0}]}]}}");
  }

  @Test
  void aGradeIsProposedAndDecided() {
    String grade =
        """
        {"field":"mobile","grade":"C2","level":3,"sensitive":false,"mask":"MOBILE",
         "shown":{"customer":"FULL","partner":"P","clientManager":"W","supervisor":"W","compliance":"W","auditor":"HIDDEN"}}
        """;
    String proposal =
        """
        {"id":"g-1","grade":%s,"basis":"PIPL 28","state":"%s","proposedBy":"3001","proposedAt":"2026-11-22T02:00:00Z"}
        """;
    Neighbourhood.answer("/records/v1/catalogue", 200, "[" + grade + "]");
    Neighbourhood.answer(
        "/records/v1/catalogue/proposals", 201, proposal.formatted(grade, "PROPOSED"));
    Neighbourhood.answer(
        "/records/v1/catalogue/proposals/g-1/approval", 200, proposal.formatted(grade, "APPROVED"));
    Neighbourhood.answer(
        "/records/v1/catalogue/proposals/g-1/rejection",
        200,
        proposal.formatted(grade, "REJECTED"));
    assertThat(ask("{ fieldGrades { field mask shown { partner auditor } } }"))
        .isEqualTo(
            "{\"data\":{\"fieldGrades\":[{\"field\":\"mobile\",\"mask\":\"MOBILE\",\"shown\":{\"partner\":\"P\",\"auditor\":\"HIDDEN\"}}]}}");
    assertThat(
            ask(
                "mutation { proposeGrade(grade: {field: \"mobile\", grade: \"C2\", level: 3,"
                    + " sensitive: false, mask: \"MOBILE\", shown: {customer: \"FULL\", partner:"
                    + " \"P\", clientManager: \"W\", supervisor: \"W\", compliance: \"W\", auditor:"
                    + " \"HIDDEN\"}}, basis: \"PIPL 28\") { id state grade { field } } }"))
        .isEqualTo(
            "{\"data\":{\"proposeGrade\":{\"id\":\"g-1\",\"state\":\"PROPOSED\",\"grade\":{\"field\":\"mobile\"}}}}");
    assertThat(ask("mutation { approveGrade(proposalId: \"g-1\") { state } }"))
        .contains("APPROVED");
    assertThat(ask("mutation { rejectGrade(proposalId: \"g-1\") { state } }")).contains("REJECTED");
  }

  @Test
  void anImportTellsHowFarItIsAndWhereItsDefectsAre() {
    Neighbourhood.answer(
        "/records/v1/imports/i-1",
        200,
        """
        {"id":"i-1","state":"RUNNING","receivedAt":"2026-11-22T10:00:00+08:00","checkpointRow":500,"rowsRead":500,
         "rowsAccepted":480,"rowsRejected":20,"newCustomers":300,"knownCustomers":10,"newPolicies":480}
        """);
    assertThat(
            ask(
                "{ bookImport(importId: \"i-1\") { state rowsRead rowsRejected refusal finishedAt"
                    + " defectsPath } }"))
        .isEqualTo(
            "{\"data\":{\"bookImport\":{\"state\":\"RUNNING\",\"rowsRead\":500,\"rowsRejected\":20,\"refusal\":null,\"finishedAt\":null,"
                + "\"defectsPath\":\"/files/imports/i-1/defects\"}}}");
  }

  @Test
  void hrsFileGoesToTheServiceAsItIs() {
    Neighbourhood.answer("/consent/v1/staff-changes/file", 201, "[]");
    assertThat(ask("mutation { proposeStaffFile(csv: \"kind,employee_no\\n\") { id } }"))
        .isEqualTo("{\"data\":{\"proposeStaffFile\":[]}}");
    LoggedRequest file = Neighbourhood.asked("consent").getFirst();
    assertThat(file.getHeader("Content-Type")).startsWith("text/csv");
    assertThat(file.getBodyAsString()).isEqualTo("kind,employee_no\n");
  }

  private static List<String> sent(String service) {
    return Neighbourhood.asked(service).stream().map(LoggedRequest::getBodyAsString).toList();
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
