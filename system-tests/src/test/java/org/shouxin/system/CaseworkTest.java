package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Complaints, rights requests and rules as staff work on them, by GraphQL alone with real tokens.
 */
@SystemTest
class CaseworkTest {
  private static final String OFFICER_NO = "1001";

  private final DemoCustomer lilei;
  private final Caller manager;
  private final Caller deng;
  private final Caller fang;

  CaseworkTest(RunningSystem system) {
    this.lilei = system.customer("li.lei");
    this.manager = system.caller("wang.manager");
    this.deng = system.caller("deng.compliance");
    this.fang = system.caller("fang.compliance");
  }

  /**
   * R-CP-01: no self-handling, the first answer stops K-01, an open promise keeps the case open.
   */
  @Test
  void aComplaintIsHandledToItsEndByWhomSomebodyElseNamed() {
    String id = complaint();
    String respond =
        "mutation($id: ID!, $text: String!) { respondToComplaint(complaintId: $id, text: $text) {"
            + " state answerTextId } }";
    Map<String, String> answer = Map.of("id", id, "text", "我们正在核实。");
    assertThat(manager.ask(respond, answer).codes()).containsExactly("FORBIDDEN");
    assertThat(deng.ask(respond, answer).codes()).containsExactly("COMPLAINT_NOT_ASSIGNED");
    assertThat(assign(deng, id).codes()).containsExactly("COMPLAINT_SELF_HANDLING");
    assertThat(assign(fang, id).data("assignComplaint").path("handler").asText())
        .isEqualTo(OFFICER_NO);
    String text =
        deng.ask(respond, answer).data("respondToComplaint").path("answerTextId").asText();
    String promise =
        deng.ask(
                "mutation($id: ID!, $day: String!) { promiseInComplaint(complaintId: $id, dueOn:"
                    + " $day) { openPromises { id } } }",
                Map.of("id", id, "day", LocalDate.now().plusDays(5).toString()))
            .data("promiseInComplaint")
            .path("openPromises")
            .path(0)
            .path("id")
            .asText();
    assertThat(lilei.caller().ask(opened(), Map.of("id", text)).data("caseText").path("body"))
        .hasToString("\"我们正在核实。\"");
    deng.ask(
        "mutation($id: ID!) { decideComplaint(complaintId: $id, text: \"已处理。\") { state } }",
        Map.of("id", id));
    String close = "mutation($id: ID!) { closeComplaint(complaintId: $id) { state } }";
    assertThat(deng.ask(close, Map.of("id", id)).codes()).containsExactly("CONFLICT");
    deng.ask(
        "mutation($id: ID!, $promise: ID!) { keepComplaintPromise(complaintId: $id, promiseId:"
            + " $promise) { id } }",
        Map.of("id", id, "promise", promise));
    assertThat(deng.ask(close, Map.of("id", id)).data("closeComplaint").path("state").asText())
        .isEqualTo("CLOSED");
    JsonNode shown =
        deng.ask(
                "query($id: ID!) { complaintCase(complaintId: $id) { state clocks { code metAt }"
                    + " openPromises { id } } }",
                Map.of("id", id))
            .data("complaintCase");
    assertThat(shown.path("openPromises")).isEmpty();
    assertThat(shown.path("clocks").findValues("metAt")).hasSize(2).noneMatch(JsonNode::isNull);
  }

  /** R-CP-02: K-04 rests while the person is asked; a refusal has its code and its words. */
  @Test
  void aRightsRequestWaitsIsAnsweredOrRefusedWithItsReason() {
    String id = request("COPY");
    assertThat(stateAfter("pauseRightsRequest(requestId: $id)", id)).isEqualTo("WAITING");
    assertThat(stateAfter("resumeRightsRequest(requestId: $id)", id)).isEqualTo("VERIFIED");
    assertThat(stateAfter("answerRightsRequest(requestId: $id, text: \"请在门户下载。\")", id))
        .isEqualTo("ANSWERED");
    String refused = request("RESTRICT");
    assertThat(
            stateAfter(
                "refuseRightsRequest(requestId: $id, reasonCode: \"CONTRACT_IN_FORCE\", text:"
                    + " \"合同有效。\")",
                refused))
        .isEqualTo("REFUSED");
    for (JsonNode own :
        lilei.caller().ask("{ ownRequests { id reasonCode answerTextId } }").data("ownRequests")) {
      if (own.path("id").asText().equals(refused)) {
        assertThat(own.path("reasonCode").asText()).isEqualTo("CONTRACT_IN_FORCE");
        assertThat(
                lilei
                    .caller()
                    .ask(opened(), Map.of("id", own.path("answerTextId").asText()))
                    .data("caseText")
                    .path("body")
                    .asText())
            .isEqualTo("合同有效。");
        return;
      }
    }
    throw new AssertionError("the refused request is not among her own");
  }

  /** K-05: of a customer of his own, answered by another person once it is known who asked. */
  @Test
  void whatAManagerRecordsAtTheCounterIsAnsweredAfterTheIdentityCheckByAnother() {
    String record =
        "mutation($input: RecordRightsRequestInput!) { recordRightsRequest(input: $input) { id"
            + " state } }";
    String stranger = UUID.randomUUID().toString();
    assertThat(manager.ask(record, Map.of("input", counter(stranger))).codes())
        .containsExactly("CUSTOMER_NOT_FOUND");
    Answer recorded = manager.ask(record, Map.of("input", counter(lilei.id())));
    assertThat(recorded.data("recordRightsRequest").path("state").asText())
        .as(recorded.body())
        .isEqualTo("IDENTITY_CHECK");
    String id = recorded.data("recordRightsRequest").path("id").asText();
    String answer =
        "mutation($id: ID!) { answerRightsRequest(requestId: $id, text: \"请来领取。\") { state } }";
    assertThat(deng.ask(answer, Map.of("id", id)).codes()).containsExactly("IDENTITY_UNCHECKED");
    manager.ask(
        "mutation($id: ID!) { recordIdentityCheck(requestId: $id, identity: {proof:"
            + " \"ORIGINAL_DOCUMENT_SEEN\"}) { state } }",
        Map.of("id", id));
    assertThat(stateAfter("answerRightsRequest(requestId: $id, text: \"请来领取。\")", id))
        .isEqualTo("ANSWERED");
    assertThat(manager.ask("{ requestQueue { id } }").data("requestQueue").findValuesAsText("id"))
        .contains(id);
    for (JsonNode own :
        lilei.caller().ask("{ ownRequests { id channel textId } }").data("ownRequests")) {
      if (own.path("id").asText().equals(id)) {
        assertThat(own.path("channel").asText()).isEqualTo("COUNTER");
        assertThat(
                lilei
                    .caller()
                    .ask(opened(), Map.of("id", own.path("textId").asText()))
                    .data("caseText")
                    .path("body")
                    .asText())
            .isEqualTo("想要一份副本");
        return;
      }
    }
    throw new AssertionError("the recorded request is not among her own");
  }

  private static Map<String, String> counter(String customer) {
    return Map.of("customerId", customer, "type", "COPY", "channel", "COUNTER", "detail", "想要一份副本");
  }

  /** R-RC-04, R-AU-03: rules are data that two people change; imports and HR's file have codes. */
  @Test
  void rulesAreReadProposedAndNeverDecidedByWhoProposedThem() {
    JsonNode mobile = null;
    for (JsonNode grade :
        deng.ask(
                "{ fieldGrades { field grade level sensitive mask shown { customer partner"
                    + " clientManager supervisor compliance auditor } } }")
            .data("fieldGrades")) {
      mobile = grade.path("field").asText().equals("mobile") ? grade : mobile;
    }
    String proposal =
        deng.ask(
                "mutation($grade: GradeInput!) { proposeGrade(grade: $grade, basis:"
                    + " \"REVIEW-2026\") { id } }",
                Map.of("grade", java.util.Objects.requireNonNull(mobile)))
            .data("proposeGrade")
            .path("id")
            .asText();
    assertThat(
            deng.ask(
                    "mutation($id: ID!) { approveGrade(proposalId: $id) { state } }",
                    Map.of("id", proposal))
                .codes())
        .containsExactly("SELF_APPROVAL");
    assertThat(
            fang.ask(
                    "mutation($id: ID!) { rejectGrade(proposalId: $id) { state } }",
                    Map.of("id", proposal))
                .data("rejectGrade")
                .path("state")
                .asText())
        .isEqualTo("REJECTED");
    assertThat(deng.ask("{ monitorRules { version shipped } }").data("monitorRules").toString())
        .contains("\"shipped\":true");
    assertThat(manager.ask("{ monitorRules { version } }").codes()).containsExactly("FORBIDDEN");
    assertThat(deng.ask("mutation { approveMonitorRules(version: 99999) { version } }").codes())
        .containsExactly("MONITOR_RULES_NOT_FOUND");
    assertThat(
            deng.ask(
                    "query($id: ID!) { bookImport(importId: $id) { state } }",
                    Map.of("id", lilei.id()))
                .codes())
        .containsExactly("IMPORT_NOT_FOUND");
    assertThat(deng.ask("mutation { proposeStaffFile(csv: \"kind\\nNOBODY\\n\") { id } }").codes())
        .containsExactly("REQUEST_INVALID");
  }

  /**
   * R-RC-03: whoever decides a correction sees both values masked, and the person sees that read.
   */
  @Test
  void aCorrectionIsSeenMaskedByWhoDecidesItAndTheReadIsInHerHistory() {
    String id =
        fang.ask(
                "mutation($id: ID!) { proposeCorrection(input: {customerId: $id, field: \"name\","
                    + " value: \"李蕾蕾\", evidence: \"identity card seen\"}) { id } }",
                Map.of("id", lilei.id()))
            .data("proposeCorrection")
            .path("id")
            .asText();
    Map<String, String> named = Map.of("id", id);
    assertThat(
            deng.ask("{ correctionQueue { id } unmaskQueue { id } }")
                .data("correctionQueue")
                .findValuesAsText("id"))
        .contains(id);
    assertThat(
            fang.ask("{ correctionQueue { id } }").data("correctionQueue").findValuesAsText("id"))
        .doesNotContain(id);
    String open =
        "query($id: ID!) { proposedChange(correctionId: $id) { current proposed evidence } }";
    assertThat(manager.ask(open, named).codes()).containsExactly("FORBIDDEN");
    assertThat(fang.ask(open, named).codes()).containsExactly("FOUR_EYES");
    long before = readsOfHerName();
    Answer shown = deng.ask(open, named);
    assertThat(shown.data("proposedChange").path("evidence").asText())
        .as(shown.body())
        .isEqualTo("identity card seen");
    assertThat(shown.data("proposedChange").path("proposed").asText()).contains("*");
    assertThat(shown.body()).doesNotContain("李蕾蕾");
    Eventually.passes(() -> assertThat(readsOfHerName()).isGreaterThan(before));
    assertThat(
            deng.ask("mutation($id: ID!) { rejectCorrection(correctionId: $id) { state } }", named)
                .data("rejectCorrection")
                .path("state")
                .asText())
        .isEqualTo("REJECTED");
  }

  /** Reads of her name by the officer who decides. */
  private long readsOfHerName() {
    return lilei.accessHistory().stream()
        .filter(event -> event.path("actorId").asText().equals(OFFICER_NO))
        .filter(event -> event.path("fields").toString().equals("[\"name\"]"))
        .count();
  }

  private static String opened() {
    return "query($id: ID!) { caseText(id: $id) { body } }";
  }

  private String complaint() {
    return lilei
        .caller()
        .ask(
            "mutation($id: ID!) { fileComplaint(input: {customerId: $id, subject: \"电话\", detail:"
                + " \"有人来电\"}) { id } }",
            Map.of("id", lilei.id()))
        .data("fileComplaint")
        .path("id")
        .asText();
  }

  private String request(String type) {
    return lilei
        .caller()
        .ask(
            "mutation($id: ID!, $type: String!) { fileRightsRequest(input: {customerId: $id, type:"
                + " $type}) { id } }",
            Map.of("id", lilei.id(), "type", type))
        .data("fileRightsRequest")
        .path("id")
        .asText();
  }

  private static Answer assign(Caller caller, String complaint) {
    return caller.ask(
        "mutation($input: AssignComplaintInput!) { assignComplaint(input: $input) { handler } }",
        Map.of("input", Map.of("complaintId", complaint, "employeeNo", OFFICER_NO)));
  }

  private String stateAfter(String mutation, String id) {
    Answer answer = deng.ask("mutation($id: ID!) { " + mutation + " { state } }", Map.of("id", id));
    assertThat(answer.codes()).as(answer.body()).isEmpty();
    return answer.json().path("data").elements().next().path("state").asText();
  }
}
