package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One plan of destruction by four people, from its proposal to its certificate. */
final class Destruction {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PLAN = "{ id state scopeDigest }";

  private final Stage stage;
  private final String id;
  private final List<String> people;

  Destruction(Stage stage, String id, List<String> people) {
    this.stage = stage;
    this.id = id;
    this.people = people;
    stage.about(id);
  }

  /** Proposes whole persons: what the key opens, and their consents. */
  static Destruction proposed(Stage stage, List<String> people) {
    List<Map<String, String>> items = new ArrayList<>();
    for (String person : people) {
      items.add(Map.of("store", "records", "customerId", person, "retentionClass", "RT-02"));
      items.add(Map.of("store", "consent", "customerId", person, "retentionClass", "RT-06"));
    }
    String plan =
        stage
            .officer()
            .tell(
                "proposeDestruction",
                "ProposeDestructionInput",
                Map.of("cause", "RETENTION_ENDED", "items", items),
                PLAN)
            .path("id")
            .asText();
    return new Destruction(stage, plan, people);
  }

  String id() {
    return id;
  }

  void approvedAndStarted() {
    ask(
        stage.supervisor(),
        "mutation($id: ID!, $digest: String!) { approveDestruction(planId: $id, scopeDigest: $digest) ",
        Map.of("digest", digest()));
    ask(
        stage.as(stage.broker.operator()),
        "mutation($id: ID!, $witness: String) { executeDestruction(planId: $id, witness: $witness) ",
        Map.of("witness", stage.broker.witnessNo()));
    await("EXECUTED");
  }

  void witnessed() {
    ask(
        stage.as(stage.broker.witness()),
        "mutation($id: ID!, $digest: String!) { witnessDestruction(planId: $id, scopeDigest: $digest) ",
        Map.of("digest", digest()));
  }

  /** Everybody who was given their data says that the copies are deleted; then it is certified. */
  void certified() {
    List<Caller> recipients = List.of(stage.insurer(), stage.haiyun());
    Wait.until(
        PATIENCE,
        "the certificate",
        () -> {
          recipients.forEach(this::confirmed);
          return Optional.of(plan())
              .filter(plan -> plan.path("state").asText().equals("CERTIFIED"));
        });
  }

  private void confirmed(Caller recipient) {
    for (JsonNode request : recipient.ask("{ deletionRequests { id customerId confirmedAt } }")) {
      if (people.contains(request.path("customerId").asText())
          && !request.path("confirmedAt").isTextual()) {
        recipient.ask(
            "mutation($id: ID!) { confirmDeletion(id: $id) { state } }",
            Map.of("id", request.path("id").asText()));
      }
    }
  }

  private String digest() {
    return plan().path("scopeDigest").asText();
  }

  private void await(String state) {
    Wait.until(
        PATIENCE,
        "the plan " + state,
        () -> Optional.of(plan()).filter(plan -> plan.path("state").asText().equals(state)));
  }

  private JsonNode plan() {
    return ask(stage.officer(), "query($id: ID!) { destructionPlan(id: $id) ", Map.of());
  }

  private JsonNode ask(Caller who, String document, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("id", id);
    return who.ask(document + PLAN + " }", variables);
  }
}
