package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.testing.TestTokens;

/** What compliance officers ask and do about consents, as the services take it. */
@QuarkusTest
class ComplianceTest extends GatewayTest {
  private static final String OFFICER =
      TestTokens.employee("ctl-donghai", "compliance-officer", "3001", "总部");
  private static final String ACTIVITY =
      """
      {"code":"P-31","version":1,"termsVersion":1,"status":"%s","catalogue":false,"validFrom":null,"validTo":null,
       "nameZh":"回访","nameEn":"Call","wordsZh":"回访","wordsEn":"calls","methodZh":"电话","methodEn":"phone",
       "basis":"CONSENT","article":"13","categories":["CONTACT"],"subjects":["applicant"],"roles":["client-manager"],
       "systems":["crm"],"retentionClass":"RT-06","retentionZh":"三年","retentionEn":"3 years","crossBorder":false,
       "automatedDecision":false,"pipiaTriggers":["SENSITIVE"],"pipiaReference":"PIA-1","pipiaCompletedOn":"2026-11-01",
       "proposedBy":"3001","proposedAt":"2026-11-22T02:00:00Z","decidedBy":null,"decidedAt":null,"opinion":null,
       "nextReviewOn":"2027-11-01"}
      """;
  private static final String RECIPIENT =
      """
      {"id":"partner-new","name":"新代理","role":"INDEPENDENT","purposes":["P-12"],"categories":["IDENTITY"],
       "method":{"zh":"接口","en":"API"},"standing":"%s","contact":{"email":"dpo@new.example","phone":null},"file":null}
      """;

  @BeforeEach
  @AfterEach
  void forget() {
    Neighbourhood.reset();
  }

  @Test
  void whoConsentedToWhatInWhichVersionAndStateIsFoundPageByPage() {
    Neighbourhood.answer(
        "/consent/v1/consent-records/search",
        200,
        """
        {"records":[{"id":"r-1","controllerId":"ctl-donghai","customerId":"%s","purpose":"P-12","categories":["IDENTITY"],
          "recipientId":"partner-haiyun","state":"GIVEN","noticeId":"n-1","noticeVersion":3,
          "givenAt":"2026-11-22T02:00:00Z"}],"cursors":["c-1"],"hasNextPage":true}
        """
            .formatted(Neighbourhood.LI_LEI));
    assertThat(
            ask(
                "{ consentSearch(filter: {purpose: \"P-12\", noticeVersion: 3, state: \"GIVEN\"}, first: 1, after: \"c-0\")"
                    + " { edges { cursor node { id customerId state noticeVersion } } pageInfo { endCursor hasNextPage } } }"))
        .isEqualTo(
            "{\"data\":{\"consentSearch\":{\"edges\":[{\"cursor\":\"c-1\",\"node\":{\"id\":\"r-1\",\"customerId\":\"%s\",\"state\":\"GIVEN\",\"noticeVersion\":3}}],\"pageInfo\":{\"endCursor\":\"c-1\",\"hasNextPage\":true}}}}"
                .formatted(Neighbourhood.LI_LEI));
    assertThat(sent())
        .isEqualTo(
            "{\"purpose\":\"P-12\",\"recipientId\":null,\"noticeVersion\":3,\"customerId\":null,\"state\":\"GIVEN\",\"first\":1,\"after\":\"c-0\"}");
  }

  @Test
  void aDecisionIsExplainedRuleByRule() {
    Neighbourhood.answer(
        "/consent/v1/permission/decisions/d-1",
        200,
        """
        {"id":"d-1","decidedAt":"2026-11-22T02:00:00Z","actorKind":"partner","actorId":"partner-haiyun","roles":["partner"],
         "purpose":"P-12","purposeVersion":1,"legalBasis":"CONSENT","article":"23","evidence":"CONSENT","ruleVersion":"2026-11-01",
         "recipientStanding":"ACTIVE","asked":["name"],"people":[{"facts":{"id":"x-1","minor":false,"restricted":false,"held":false,
           "assigned":false,"contract":true,"approved":null},"child":false,"ward":false,"consent":null,
           "rules":[{"rule":"CONSENT","source":"PIPL 13(1)","opinion":"REFUSES"}],
           "answer":{"id":"x-1","permitted":false,"rule":"CONSENT","legalBasis":"CN-PIPL-13-1","consentRecordId":null,"fields":[],
             "reasons":{"zh":"未同意","en":"No consent."},"reasonCode":"NO_CONSENT"}}]}
        """);
    assertThat(
            ask(
                "{ decisionExplanation(decisionId: \"d-1\") { article recipientStanding people { facts { contract }"
                    + " rules { rule source opinion } answer { permitted reasonCode reasons { en } } } } }"))
        .isEqualTo(
            "{\"data\":{\"decisionExplanation\":{\"article\":\"23\",\"recipientStanding\":\"ACTIVE\",\"people\":[{\"facts\":{\"contract\":true},\"rules\":[{\"rule\":\"CONSENT\",\"source\":\"PIPL 13(1)\",\"opinion\":\"REFUSES\"}],\"answer\":{\"permitted\":false,\"reasonCode\":\"NO_CONSENT\",\"reasons\":{\"en\":\"No consent.\"}}}]}}}");
  }

  @Test
  void anActivityIsProposedAndApprovedAndTheRegisterIsADocument() {
    Neighbourhood.answer("/consent/v1/processing-activities", 201, ACTIVITY.formatted("DRAFT"));
    Neighbourhood.answer(
        "/consent/v1/processing-activities/P-31/versions/1/approval",
        200,
        ACTIVITY.formatted("APPROVED"));
    Neighbourhood.answer("/consent/v1/processing-activities/document", 200, "# 处理活动登记簿");
    assertThat(
            ask(
                "mutation { proposeProcessingActivity(input: {code: \"P-31\", name: {zh: \"回访\", en: \"Call\"},"
                    + " words: {zh: \"回访\", en: \"calls\"}, method: {zh: \"电话\", en: \"phone\"}, basis: \"CONSENT\", article: \"13\","
                    + " evidence: \"CONSENT\", separateConsent: \"NO\", withdrawal: \"ANY_TIME\", withdrawalEffect: {zh: \"停止\", en: \"stops\"},"
                    + " recipientRequired: false, roles: [\"client-manager\"], categories: [\"CONTACT\"], fields: [\"mobile\"],"
                    + " allowedWhenRestricted: false, consentMonths: 24, retentionClass: \"RT-06\", subjects: [\"applicant\"], systems: [\"crm\"],"
                    + " entrusted: false, published: false, crossBorder: false, automatedDecision: false, majorEffect: false,"
                    + " pipia: {reference: \"PIA-1\", completedOn: \"2026-11-01\"}}) { code status pipiaTriggers } }"))
        .isEqualTo(
            "{\"data\":{\"proposeProcessingActivity\":{\"code\":\"P-31\",\"status\":\"DRAFT\",\"pipiaTriggers\":[\"SENSITIVE\"]}}}");
    assertThat(sent())
        .contains("\"withdrawalEffect\":{\"zh\":\"停止\"", "\"pipia\":{\"reference\":\"PIA-1\"");
    assertThat(
            ask(
                "mutation { approveProcessingActivity(code: \"P-31\", version: 1, opinion: \"checked\") { status } }"))
        .isEqualTo("{\"data\":{\"approveProcessingActivity\":{\"status\":\"APPROVED\"}}}");
    assertThat(ask("{ processingRegister(language: \"zh-CN\") }"))
        .isEqualTo("{\"data\":{\"processingRegister\":\"# 处理活动登记簿\"}}");
  }

  @Test
  void aRecipientIsRegisteredSuspendedAndReinstated() {
    String path = "/consent/v1/recipients/partner-new";
    Neighbourhood.answer(path, 200, RECIPIENT.formatted("ACTIVE"));
    Neighbourhood.answer(path + "/suspension", 200, RECIPIENT.formatted("SUSPENDED"));
    Neighbourhood.answer(path + "/reinstatement", 200, RECIPIENT.formatted("ACTIVE"));
    assertThat(
            ask(
                "mutation { registerRecipient(recipientId: \"partner-new\", input: {name: \"新代理\", role: \"INDEPENDENT\","
                    + " uscc: \"91310000MA1FL0000X\", country: \"CN\", address: \"上海\", contact: {email: \"dpo@new.example\"},"
                    + " licence: {number: \"1\", expiresOn: \"2031-12-31\"}, agreement: {reference: \"AGR-1\", startsOn: \"2026-01-01\","
                    + " endsOn: \"2027-12-31\", clauses: [\"PURPOSE\"], purposes: [\"P-12\"], categories: [\"IDENTITY\"], fields: [\"name\"],"
                    + " method: {zh: \"接口\", en: \"API\"}}}) { standing } }"))
        .isEqualTo("{\"data\":{\"registerRecipient\":{\"standing\":\"ACTIVE\"}}}");
    assertThat(
            ask(
                "mutation { suspendRecipient(recipientId: \"partner-new\", reason: \"INCIDENT\") { standing } }"))
        .isEqualTo("{\"data\":{\"suspendRecipient\":{\"standing\":\"SUSPENDED\"}}}");
    assertThat(ask("mutation { reinstateRecipient(recipientId: \"partner-new\") { standing } }"))
        .isEqualTo("{\"data\":{\"reinstateRecipient\":{\"standing\":\"ACTIVE\"}}}");
  }

  @Test
  void anIncompleteNoticeIsRefusedByItsCode() {
    Neighbourhood.refuse("/consent/v1/notices", ProblemCode.NOTICE_INCOMPLETE);
    assertThat(
            ask(
                "mutation { publishNotice(input: {audience: \"APPLICANT\", texts: [{language: \"zh-CN\", title: \"告知\","
                    + " rights: {access: \"a\"}, activities: [{purpose: \"P-04\"}]}]}) { version } }"))
        .contains("\"code\":\"NOTICE_INCOMPLETE\"");
    assertThat(sent()).contains("\"rights\":{\"access\":\"a\",", "\"purpose\":\"P-04\"");
  }

  @Test
  void aGuardianIsVerifiedAndEnded() {
    String guardianship =
        """
        {"id":"g-1","childId":"%s","guardianId":"%s","relation":"PARENT","evidence":"BIRTH_CERTIFICATE","evidenceSha256":"ab",
         "verifiedBy":"3001","verifiedAt":"2026-11-22T02:00:00Z","endsOn":"2031-06-01","endedAt":%s}
        """;
    String open = guardianship.formatted(Neighbourhood.HAN_MEI, Neighbourhood.LI_LEI, "null");
    Neighbourhood.answer("/consent/v1/guardianships", 201, open);
    Neighbourhood.answer("/consent/v1/guardianships/query", 200, "[" + open + "]");
    Neighbourhood.answer(
        "/consent/v1/guardianships/g-1/end",
        200,
        guardianship.formatted(
            Neighbourhood.HAN_MEI, Neighbourhood.LI_LEI, "\"2026-11-23T02:00:00Z\""));
    assertThat(
            ask(
                "mutation { verifyGuardianship(input: {childId: \"%s\", guardianId: \"%s\", relation: \"PARENT\", evidence: \"BIRTH_CERTIFICATE\", evidenceSha256: \"ab\"}) { id } }"
                    .formatted(Neighbourhood.HAN_MEI, Neighbourhood.LI_LEI)))
        .isEqualTo("{\"data\":{\"verifyGuardianship\":{\"id\":\"g-1\"}}}");
    assertThat(
            ask(
                "{ guardianships(childId: \"%s\") { relation endsOn } }"
                    .formatted(Neighbourhood.HAN_MEI)))
        .isEqualTo(
            "{\"data\":{\"guardianships\":[{\"relation\":\"PARENT\",\"endsOn\":\"2031-06-01\"}]}}");
    assertThat(ask("mutation { endGuardianship(guardianshipId: \"g-1\") { endedAt } }"))
        .isEqualTo("{\"data\":{\"endGuardianship\":{\"endedAt\":\"2026-11-23T02:00:00Z\"}}}");
  }

  private static String sent() {
    LoggedRequest asked = Neighbourhood.asked("consent").getFirst();
    return asked.getBodyAsString();
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
