package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.Component;

/** Events reach the log once and in order, however long audit-service is away (issue 2, item 5). */
@SystemTest
class AuditPathTest {
  private static final String PARTNER = "partner-haiyun";
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { name decision { id } } }";

  private final RunningSystem system;

  AuditPathTest(RunningSystem system) {
    this.system = system;
  }

  @Test
  void readsAndChangesGoOnWithoutAuditServiceAndEveryEventArrivesOnceAndInOrder() {
    DemoCustomer lilei = system.customer("li.lei");
    Caller partner = system.caller(PARTNER);
    lilei.withdrawAll("P-12", PARTNER);
    List<String> decisions = new ArrayList<>();
    List<String> consents = new ArrayList<>();
    system.installation().stop(Component.AUDIT);
    try {
      for (int round = 0; round < 5; round++) {
        String consent = lilei.giveConsent("P-12", PARTNER).path("id").asText();
        consents.add(consent);
        for (int read = 0; read < 4; read++) {
          decisions.add(read(partner, lilei));
        }
        lilei.withdraw(consent);
        assertThat(partner.ask(READ, Map.of("id", lilei.id())).body())
            .isEqualTo("{\"data\":{\"customer\":null}}");
      }
      assertThat(
              lilei
                  .caller()
                  .ask(
                      "query($id: ID!) { accessHistory(customerId: $id) { edges { cursor } } }",
                      Map.of("id", lilei.id()))
                  .codes())
          .as("what only audit-service knows")
          .containsExactly("SERVICE_UNAVAILABLE");
    } finally {
      system.installation().startAgain(Component.AUDIT);
    }

    Eventually.passes(() ->
        assertThat(decisionsOf(system.log().verifiedEntries(), "data.provided"))
            .containsSubsequence(decisions));
    Eventually.passes(() ->
        assertThat(consentsOf(system.log().verifiedEntries(), "consent.withdrawn"))
            .containsSubsequence(consents));
    List<JsonNode> entries = system.log().verifiedEntries();
    assertThat(consentsOf(entries, "consent.given")).containsSubsequence(consents);
    assertEachEventOnceAndEachSourceInOrder(entries);
  }

  /** What must hold of any log, at any time. */
  static void assertEachEventOnceAndEachSourceInOrder(List<JsonNode> entries) {
    assertThat(entries).extracting(entry -> entry.path("eventId").asText()).doesNotHaveDuplicates();
    Map<String, List<Long>> positions = new TreeMap<>();
    entries.forEach(entry ->
        positions
            .computeIfAbsent(entry.path("source").asText(), source -> new ArrayList<>())
            .add(entry.path("sourcePosition").asLong()));
    assertThat(positions).isNotEmpty();
    positions.forEach((source, of) ->
        assertThat(of)
            .as("positions of " + source)
            .isEqualTo(LongStream.range(0, of.size()).boxed().toList()));
    assertThat(entries)
        .extracting(entry -> entry.path("type").asText())
        .doesNotContain("event.quarantined");
  }

  static List<String> decisionsOf(List<JsonNode> entries, String type) {
    return ofType(entries, type).map(entry -> entry.path("decision").path("id").asText()).toList();
  }

  private static List<String> consentsOf(List<JsonNode> entries, String type) {
    return ofType(entries, type).map(entry -> entry.path("consentRecordId").asText()).toList();
  }

  private static java.util.stream.Stream<JsonNode> ofType(List<JsonNode> entries, String type) {
    return entries.stream().filter(entry -> entry.path("type").asText().equals(type));
  }

  private static String read(Caller partner, DemoCustomer customer) {
    Answer answer = partner.ask(READ, Map.of("id", customer.id()));
    assertThat(answer.data("customer").path("name").asText()).as(answer.body()).isNotEmpty();
    return answer.data("customer").path("decision").path("id").asText();
  }
}
