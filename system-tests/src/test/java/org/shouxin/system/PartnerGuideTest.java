package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import example.partner.PartnerClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.Component;

/**
 * docs/partner-guide.md cannot rot: each of its examples is sent as it is printed, and the printed
 * answer is the given one, ids, times and hashes aside. The Java client beside it does the same.
 */
@SystemTest
class PartnerGuideTest {
  private static final String PARTNER = "partner-sandbox";
  private static final Map<String, String> LIN = Map.of("name", "林一", "mobile", "19912350001");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "```(graphql|sh)\\n(.*?)```\\s+(?:[^`]+?\\s)?```json\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CURL_BODY = Pattern.compile("-d '(\\{.*})'", Pattern.DOTALL);

  /** What another installation, day or person answers otherwise. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\dT.*|\\d+|[\\w+/=-]{24,}…?|localhost.*",
          Pattern.DOTALL);

  private final Caller partner;
  private final DemoCustomer lin;
  private final PartnerClient client;

  PartnerGuideTest(RunningSystem system) {
    this.partner = system.caller(PARTNER).sending("Accept-Language", "en");
    this.client =
        new PartnerClient(
            new PartnerClient.Settings(
                system.url(Component.GATEWAY),
                system
                    .url(Component.KEYCLOAK)
                    .resolve("/realms/shouxin/protocol/openid-connect/token"),
                PARTNER,
                "sandbox-demo-secret"));
    this.lin = new DemoCustomer(system.caller("sandbox.lin"), client.find(LIN).orElseThrow().id());
  }

  @Test
  void everyExampleOfTheGuideAnswersAsPrinted() throws IOException {
    List<String[]> examples = examples();
    assertThat(examples).hasSize(9);
    Map<String, Object> known = new LinkedHashMap<>(Map.of("id", lin.id()));
    List<String> printed = new ArrayList<>();
    List<String> given = new ArrayList<>();
    for (String[] example : examples) {
      String query = example[0];
      if (query.contains("stopOrders")) {
        withdraw();
      }
      JsonNode answer = answered(query, known);
      answer
          .findParents("eventId")
          .forEach(each -> known.put("event", each.path("eventId").asText()));
      answer.at("/data/stopOrders").forEach(each -> known.put("order", each.path("id").asText()));
      printed.add(aside(Caller.JSON.readTree(example[1])).toString());
      given.add(aside(answer).toString());
    }
    lin.giveConsent("P-12", PARTNER);
    assertThat(given).containsExactlyElementsOf(printed);
  }

  @Test
  void theJavaClientFindsListsAndObeys() {
    Optional<PartnerClient.Customer> found = client.find(LIN);
    assertThat(found.orElseThrow().id()).isEqualTo(lin.id());
    assertThat(found.orElseThrow().mobile()).isEqualTo("*******0001");
    assertThat(client.list()).extracting(PartnerClient.Customer::id).containsExactly(lin.id());
    assertThat(client.find(Map.of("name", "乔二", "mobile", "19912350002"))).isEmpty();
    withdraw();
    List<String> stopped = new ArrayList<>();
    client.obey(order -> stopped.add(order.customerId()));
    assertThat(stopped).contains(lin.id());
    assertThat(client.find(LIN)).isEmpty();
    lin.giveConsent("P-12", PARTNER);
  }

  private void withdraw() {
    lin.withdrawAll("P-12", PARTNER);
  }

  /** The answer to an example; what the log has to take in first is asked again. */
  private JsonNode answered(String query, Map<String, Object> known) throws IOException {
    Matcher curl = CURL_BODY.matcher(query);
    if (curl.find()) {
      return partner.post(curl.group(1)).json();
    }
    JsonNode[] answer = new JsonNode[1];
    Eventually.passes(() -> {
      answer[0] = partner.ask(query, used(query, known)).json();
      assertThat(answer[0].toString())
          .doesNotContain("\"logIndex\":null", "\"inclusionProof\":null");
    });
    return answer[0];
  }

  private static Map<String, Object> used(String query, Map<String, Object> known) {
    Map<String, Object> used = new LinkedHashMap<>(known);
    used.keySet().removeIf(name -> !query.contains("$" + name));
    return used;
  }

  private static List<String[]> examples() {
    Matcher found = EXAMPLE.matcher(Project.read("docs/partner-guide.md"));
    List<String[]> examples = new ArrayList<>();
    while (found.find()) {
      examples.add(new String[] {found.group(2).strip(), found.group(3)});
    }
    return examples;
  }

  private static JsonNode aside(JsonNode node) {
    switch (node) {
      case ObjectNode object ->
          object.properties().forEach(each -> each.setValue(aside(each.getValue())));
      case ArrayNode array -> {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(each -> all.add(aside(each)));
        boolean hashes = all.stream().allMatch(each -> each.asText().equals("…"));
        array.removeAll();
        array.addAll(hashes && !all.isEmpty() ? all.subList(0, 1) : all);
      }
      case TextNode text -> {
        return TextNode.valueOf(ASIDE.matcher(text.asText()).matches() ? "…" : text.asText());
      }
      default -> {}
    }
    return node;
  }
}
