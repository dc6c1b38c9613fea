package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouxin.testing.TestTokens;

/** What the portal asks beyond the fixed core, answered by the services as they stand. */
@QuarkusTest
class PortalQueriesTest extends GatewayTest {
  private static final String SUPERVISOR =
      TestTokens.employee("ctl-donghai", "supervisor", "2001", "杭州分公司");
  private static final String VKEY = "log.shouxin.example+0a1b2c3d+AAAA";

  @AfterEach
  void forget() {
    Neighbourhood.reset();
  }

  @Test
  void recipientsAndPurposesAreToldInWords() {
    Neighbourhood.answer(
        "/consent/v1/recipients",
        200,
        """
        [{"id":"partner-haiyun","name":"海云代理","role":"INDEPENDENT","purposes":["P-12"],"categories":["IDENTITY"],
          "method":{"zh":"接口","en":"API"},"standing":"ACTIVE","contact":{"email":"dpo@haiyun.example","phone":null}}]
        """);
    Neighbourhood.answer(
        "/consent/v1/purposes",
        200,
        """
        [{"code":"P-12","version":1,"status":"APPROVED","name":{"zh":"共享","en":"Share"},"words":{"zh":"共享","en":"sharing"},
          "legalBasis":"CN-PIPL-13-1","article":"23","separateConsent":"YES","withdrawal":"ANY_TIME",
          "withdrawalEffect":{"zh":"停止","en":"stops"},"consentApplicable":true,"recipientRequired":true,
          "categories":["IDENTITY"],"consentMonths":24,"retention":{"zh":"三年","en":"3 years"}}]
        """);
    assertThat(
            ask(
                "{ recipients { id name standing contact { email } }"
                    + " purposes { code name { zh en } withdrawalEffect { en } consentMonths } }"))
        .isEqualTo(
            "{\"data\":{\"recipients\":[{\"id\":\"partner-haiyun\",\"name\":\"海云代理\",\"standing\":\"ACTIVE\","
                + "\"contact\":{\"email\":\"dpo@haiyun.example\"}}],\"purposes\":[{\"code\":\"P-12\","
                + "\"name\":{\"zh\":\"共享\",\"en\":\"Share\"},\"withdrawalEffect\":{\"en\":\"stops\"},"
                + "\"consentMonths\":24}]}}");
  }

  @Test
  void complianceChecksAnAgreementAndSeesWhenTheNextCheckIsDue() {
    String check =
        """
        {"id":"k-1","recipientId":"partner-haiyun","agreementReference":"AGR-1","checkedOn":"2026-11-20","nextDueOn":"2027-11-20",
          "kept":["PURPOSE"],"breached":["LIABILITY"],"evidence":"CHECK-1","checkedBy":"3001","checkedAt":"2026-11-20T02:00:00Z",
          "state":"%s","outcome":%s,"closedBy":%s,"closedAt":null}
        """;
    String checks = "/consent/v1/recipients/partner-haiyun/agreement-checks";
    Neighbourhood.answer(checks, 201, check.formatted("OPEN", "null", "null"));
    Neighbourhood.answer(
        checks + "/k-1/closure", 200, check.formatted("CLOSED", "\"REMEDIED\"", "\"3002\""));
    Neighbourhood.answer(
        "/consent/v1/recipients",
        200,
        """
        [{"id":"partner-haiyun","name":"海云代理","role":"INDEPENDENT","purposes":["P-12"],"categories":["IDENTITY"],
          "method":{"zh":"接口","en":"API"},"standing":"SUSPENDED","contact":{"email":"dpo@haiyun.example","phone":null},
          "file":{"version":2,"licence":{"number":"201310000012","expiresOn":"2031-12-31","scope":"人身险","regions":["上海"]},
            "selfAssessment":{"reference":"SELF-1","completedOn":"2026-01-05"},"reviewDueOn":"2027-01-01","reviewOverdue":false,
            "agreementCheckDueOn":"2027-11-20","agreementCheckOverdue":false}}]
        """);
    String officer = TestTokens.employee("ctl-donghai", "compliance-officer", "3001", "总部");
    assertThat(
            ask(
                officer,
                "mutation { recordAgreementCheck(recipientId: \"partner-haiyun\", input: {checkedOn: \"2026-11-20\","
                    + " findings: [{clause: \"LIABILITY\", verdict: \"BREACHED\"}], evidence: \"CHECK-1\"})"
                    + " { id state breached nextDueOn } }"))
        .isEqualTo(
            "{\"data\":{\"recordAgreementCheck\":{\"id\":\"k-1\",\"state\":\"OPEN\","
                + "\"breached\":[\"LIABILITY\"],\"nextDueOn\":\"2027-11-20\"}}}");
    assertThat(
            ask(
                officer,
                "mutation { closeAgreementCheck(recipientId: \"partner-haiyun\", checkId: \"k-1\","
                    + " outcome: \"REMEDIED\") { state closedBy } }"))
        .isEqualTo(
            "{\"data\":{\"closeAgreementCheck\":{\"state\":\"CLOSED\",\"closedBy\":\"3002\"}}}");
    assertThat(
            ask(
                officer,
                "{ recipients { file { licence { scope regions } selfAssessment { reference }"
                    + " agreementCheckDueOn agreementCheckOverdue } } }"))
        .isEqualTo(
            "{\"data\":{\"recipients\":[{\"file\":{\"licence\":{\"scope\":\"人身险\",\"regions\":[\"上海\"]},"
                + "\"selfAssessment\":{\"reference\":\"SELF-1\"},\"agreementCheckDueOn\":\"2027-11-20\","
                + "\"agreementCheckOverdue\":false}}]}}");
  }

  @Test
  void theLogKeyIsTheOneThatAuditServicePublishes() {
    Neighbourhood.answer("/audit/tlog/vkey", 200, VKEY + "\n");
    assertThat(ask("{ logKey }")).isEqualTo("{\"data\":{\"logKey\":\"%s\"}}".formatted(VKEY));
  }

  @Test
  void theStoryOfATransferTellsEachStepWithItsEvent() {
    Neighbourhood.answer(
        "/audit/v1/transfer-stories/t-1",
        200,
        """
        [{"type":"transfer.customer.packed","eventId":"e-1","occurredAt":"2026-11-22T01:00:00Z","actorKind":"system",
          "actorId":"records-service","subjectRef":"x","purpose":"P-20","fields":[],"permitted":false,"logIndex":7,
          "inWords":{"zh":"x","en":"x"}}]
        """);
    assertThat(
            ask(
                "{ ownTransferStory(transferId: \"t-1\") { type event { eventId purpose logIndex } } }"))
        .isEqualTo(
            "{\"data\":{\"ownTransferStory\":[{\"type\":\"transfer.customer.packed\","
                + "\"event\":{\"eventId\":\"e-1\",\"purpose\":\"P-20\",\"logIndex\":\"7\"}}]}}");
  }

  @Test
  void theListOfProvisionsAsksForWhatWasProvidedOnly() {
    Neighbourhood.reset();
    ask("{ provisions(customerId: \"" + Neighbourhood.LI_LEI + "\") { edges { cursor } } }");
    ask("{ accessHistory(customerId: \"" + Neighbourhood.LI_LEI + "\") { edges { cursor } } }");
    assertThat(Neighbourhood.asked("audit"))
        .extracting(asked -> asked.getBodyAsString().contains("\"providedOnly\":true"))
        .containsExactly(true, false);
  }

  @Test
  void ownCasesCarryTheirClocksAndNoText() {
    Neighbourhood.answer(
        "/consent/v1/complaints/query",
        200,
        """
        {"complaints":[{"id":"c-1","number":"TS-1","customerId":"x","state":"RECEIVED","textId":"t-1","answerTextId":null,
          "receivedAt":"2026-09-30T10:00:00Z","firstResponseDueAt":"2026-10-03T10:00:00Z","firstResponseAt":null,
          "decisionDueAt":null,"handler":null,"openPromises":[],"clocks":[]}],"cursors":["s"],"hasNextPage":false}
        """);
    assertThat(ask("{ ownComplaints { number state firstResponseDueAt textId answerTextId } }"))
        .isEqualTo(
            "{\"data\":{\"ownComplaints\":[{\"number\":\"TS-1\",\"state\":\"RECEIVED\","
                + "\"firstResponseDueAt\":\"2026-10-03T10:00:00Z\",\"textId\":\"t-1\",\"answerTextId\":null}]}}");
  }

  @Test
  void theQueueOfComplaintsTellsClocksAndHandlerAndNothingOfThePerson() {
    Neighbourhood.answer(
        "/consent/v1/complaints/query",
        200,
        """
        {"complaints":[{"id":"c-1","number":"TS-1","customerId":"%s","state":"RESPONDED","textId":"t-1","answerTextId":null,
          "receivedAt":"2026-09-30T10:00:00Z","firstResponseDueAt":"2026-10-03T10:00:00Z","firstResponseAt":"2026-10-01T10:00:00Z",
          "decisionDueAt":"2026-10-20T10:00:00Z","handler":"1026","openPromises":[],"clocks":[]}],"cursors":["s"],"hasNextPage":false}
        """
            .formatted(Neighbourhood.LI_LEI));
    assertThat(
            ask(
                SUPERVISOR,
                "{ complaintQueue { number state firstResponseAt decisionDueAt handler } }"))
        .isEqualTo(
            "{\"data\":{\"complaintQueue\":[{\"number\":\"TS-1\",\"state\":\"RESPONDED\","
                + "\"firstResponseAt\":\"2026-10-01T10:00:00Z\",\"decisionDueAt\":\"2026-10-20T10:00:00Z\",\"handler\":\"1026\"}]}}");
  }

  @Test
  void theCheckpointComesAsTheLogPublishesItToTheLastByte() {
    Neighbourhood.answer(
        "/audit/tlog/checkpoint", 200, "log.example\n7\nAAAA\n\n— log.example AAAA\n");
    assertThat(ask("{ logCheckpoint }"))
        .isEqualTo(
            "{\"data\":{\"logCheckpoint\":\"log.example\\n7\\nAAAA\\n\\n— log.example AAAA\\n\"}}");
  }

  private static String ask(String query) {
    return ask(CUSTOMER, query);
  }

  private static String ask(String caller, String query) {
    return as(caller)
        .body(Map.of("query", query))
        .post("/graphql")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
