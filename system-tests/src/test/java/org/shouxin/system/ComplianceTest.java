package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What compliance officers do about consents, through the gateway with real tokens (issue 4). */
@SystemTest
class ComplianceTest {
  private static final String PARTNER = "partner-haiyun";
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { id decision { id } } }";

  private final DemoCustomer lilei;
  private final Caller partner;
  private final Caller deng;

  ComplianceTest(RunningSystem system) {
    this.lilei = system.customer("li.lei");
    this.partner = system.caller(PARTNER);
    this.deng = system.caller("deng.compliance");
  }

  /** DR-11: each of the 19 items that is missing is named. */
  @Test
  void aNoticeWithoutItsItemsIsNotPublishedAndEachMissingItemIsNamed() {
    Answer refused =
        deng.ask(
            "mutation { publishNotice(input: {audience: \"VISITOR\", texts: [{language: \"zh-CN\", title: \"告知\"}]})"
                + " { version } }");
    assertThat(refused.codes()).containsExactly("NOTICE_INCOMPLETE");
    List<String> missing =
        refused.json().path("errors").path(0).path("extensions").findValuesAsText("code");
    assertThat(missing).contains("N-01", "N-06", "N-19");
  }

  @Test
  void aConsentIsFoundByItsVersionAndStateAndItsDecisionIsExplained() {
    lilei.withdrawAll("P-12", PARTNER);
    JsonNode consent = lilei.giveConsent("P-12", PARTNER);
    String decision =
        partner
            .ask(READ, Map.of("id", lilei.id()))
            .data("customer")
            .path("decision")
            .path("id")
            .asText();
    JsonNode found =
        deng.ask(
                "query($id: ID!) { consentSearch(filter: {customerId: $id, purpose: \"P-12\", state: \"GIVEN\"}, first: 5)"
                    + " { edges { node { id noticeVersion recipientId } } } }",
                Map.of("id", lilei.id()))
            .data("consentSearch");
    assertThat(found.findValuesAsText("id")).containsExactly(consent.path("id").asText());

    Eventually.passes(() -> {
      Answer explained =
          deng.ask(
              "query($id: ID!) { decisionExplanation(decisionId: $id) { purpose people { consent { id state }"
                  + " rules { rule source opinion } answer { permitted reasonCode } } } }",
              Map.of("id", decision));
      assertThat(explained.codes()).as(explained.body()).isEmpty();
      JsonNode person = explained.data("decisionExplanation").path("people").path(0);
      assertThat(person.path("consent").path("id")).isEqualTo(consent.path("id"));
      assertThat(person.path("answer").path("reasonCode").asText()).isEqualTo("CONSENT_IN_FORCE");
      assertThat(person.path("rules")).isNotEmpty();
    });
    lilei.withdraw(consent.path("id").asText());
  }

  @Test
  void theRegisterIsReadableInBothLanguagesAndADraftIsNoGround() {
    assertThat(
            deng.ask("{ processingRegister(language: \"zh-CN\") }")
                .data("processingRegister")
                .asText())
        .contains("P-12", "个人信息");
    assertThat(deng.ask("{ processingRegister(language: \"en\") }").codes()).isEmpty();
    JsonNode activities =
        deng.ask(
                "{ processingActivities { code version status categories crossBorder automatedDecision } uninformedPeople { customerId since } }")
            .data("processingActivities");
    assertThat(activities.findValuesAsText("code")).contains("P-12");
    Answer drafted =
        deng.ask(
            "mutation { approveProcessingActivity(code: \"P-99\", version: 1, opinion: \"looks good\") { status } }");
    assertThat(drafted.codes()).containsExactly("PURPOSE_UNKNOWN");
  }

  /** R-PT-01: the kill-switch works on the next query, and only compliance has it. */
  @Test
  void aSuspendedPartnerIsRefusedOnTheNextQueryUntilReinstated() {
    lilei.withdrawAll("P-12", PARTNER);
    JsonNode consent = lilei.giveConsent("P-12", PARTNER);
    assertThat(partner.ask(READ, Map.of("id", lilei.id())).data("customer").isNull()).isFalse();
    String suspend =
        "mutation { suspendRecipient(recipientId: \"partner-haiyun\", reason: \"INCIDENT\") { standing } }";
    assertThat(partner.ask(suspend).codes()).containsExactly("FORBIDDEN");
    try {
      assertThat(deng.ask(suspend).data("suspendRecipient").path("standing").asText())
          .isEqualTo("SUSPENDED");
      assertThat(partner.ask(READ, Map.of("id", lilei.id())).codes())
          .containsExactly("PARTNER_SUSPENDED");
    } finally {
      deng.ask("mutation { reinstateRecipient(recipientId: \"partner-haiyun\") { standing } }");
    }
    assertThat(partner.ask(READ, Map.of("id", lilei.id())).data("customer").isNull()).isFalse();
    lilei.withdraw(consent.path("id").asText());
  }
}
