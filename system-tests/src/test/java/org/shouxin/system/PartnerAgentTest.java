package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R-AC-06 for partners, through the gateway: without a certified agent a partner asks in vain. */
@SystemTest
class PartnerAgentTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private static final String PARTNER = "partner-beichen";
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { id } }";

  private final RunningSystem system;
  private final Caller deng;

  PartnerAgentTest(RunningSystem system) {
    this.system = system;
    this.deng = system.caller("deng.compliance");
  }

  @Test
  void aPartnersAccessEndsWithItsAgentsCertificateAndBeginsWithTheNextOne() {
    JsonNode agents = deng.ask("{ partnerAgents { agentNo partnerId } }").data("partnerAgents");
    for (JsonNode agent : agents) {
      if (agent.path("partnerId").asText().equals(PARTNER)) {
        declared(agent.path("agentNo").asText(), TODAY.minusDays(1));
      }
    }
    assertThat(reading().codes()).containsExactly("PARTNER_SUSPENDED");
    assertThat(system.caller("partner-haiyun").ask(READ, id()).codes()).isEmpty();

    declared("BC-0099", TODAY);
    assertThat(reading().codes()).isEmpty();
  }

  private Answer reading() {
    return system.caller(PARTNER).ask(READ, id());
  }

  private Map<String, String> id() {
    return Map.of("id", system.customer("li.lei").id());
  }

  private void declared(String agentNo, LocalDate until) {
    Answer answer =
        deng.ask(
            "mutation($no: ID!, $input: PartnerAgentInput!) { declarePartnerAgent(agentNo: $no,"
                + " input: $input) { agentNo } }",
            Map.of(
                "no",
                agentNo,
                "input",
                Map.of(
                    "identityNumber", "33010019940101994X",
                    "certifiedUntil", until.toString(),
                    "evidence", "TRAIN-2026-8",
                    "recipientId", PARTNER)));
    assertThat(answer.codes()).as(answer.body()).isEmpty();
  }
}
