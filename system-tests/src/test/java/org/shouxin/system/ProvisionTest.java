package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The customer's list of recipients is what the log says, no more and no less (R-CN-05). */
@SystemTest
class ProvisionTest {
  private static final String PARTNER = "partner-haiyun";
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { id name } }";
  private static final String PROVISIONS =
      "query($id: ID!, $after: String) { provisions(customerId: $id, first: 2, after: $after)"
          + " { edges { node { eventId } } pageInfo { hasNextPage endCursor } } }";

  private final RunningSystem system;
  private final DemoCustomer hanMei;

  ProvisionTest(RunningSystem system) {
    this.system = system;
    this.hanMei = system.customer("han.mei");
  }

  @Test
  void theListOfThePortalIsEveryProvisionThatTheLogHoldsOfThisPerson() {
    hanMei.withdrawAll("P-12", PARTNER);
    hanMei.giveConsent("P-12", PARTNER);
    Caller partner = system.caller(PARTNER);
    for (int i = 0; i < 3; i++) {
      assertThat(partner.ask(READ, Map.of("id", hanMei.id())).data("customer").path("id").asText())
          .isEqualTo(hanMei.id());
    }
    hanMei.withdrawAll("P-12", PARTNER);
    partner.ask(READ, Map.of("id", hanMei.id()));

    Eventually.passes(() -> {
      List<String> logged = inTheLog();
      assertThat(logged).hasSizeGreaterThanOrEqualTo(3);
      assertThat(inThePortal()).containsExactlyInAnyOrderElementsOf(logged);
    });
  }

  private List<String> inTheLog() {
    return system.log().verifiedEntries().stream()
        .filter(entry -> entry.path("type").asText().equals("data.provided"))
        .filter(entry -> entry.path("subjectRef").asText().equals(hanMei.id()))
        .map(entry -> entry.path("eventId").asText())
        .toList();
  }

  private List<String> inThePortal() {
    List<String> ids = new ArrayList<>();
    String after = null;
    do {
      Map<String, Object> variables = new java.util.HashMap<>(Map.of("id", hanMei.id()));
      variables.put("after", after);
      JsonNode page = hanMei.caller().ask(PROVISIONS, variables).data("provisions");
      page.path("edges").forEach(edge -> ids.add(edge.path("node").path("eventId").asText()));
      JsonNode info = page.path("pageInfo");
      after = info.path("hasNextPage").asBoolean() ? info.path("endCursor").asText() : null;
    } while (after != null);
    return ids;
  }
}
