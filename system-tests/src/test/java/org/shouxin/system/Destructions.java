package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A destruction by four people of the demo, over GraphQL. */
final class Destructions {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PLAN =
      "{ id state scopeDigest counts { state number } remaining { id state } }";

  private final RunningSystem system;

  Destructions(RunningSystem system) {
    this.system = system;
  }

  /** Proposed, approved and started; its proposer may not approve, and a witness must be named. */
  String started(List<Map<String, Object>> items) {
    JsonNode plan =
        step(
            "deng.compliance",
            "mutation($input: ProposeDestructionInput!) { proposeDestruction(input: $input) "
                + PLAN
                + " }",
            Map.of("input", Map.of("cause", "RETENTION_ENDED", "items", items)),
            "proposeDestruction");
    String id = plan.path("id").asText();
    Map<String, String> named = Map.of("id", id, "digest", plan.path("scopeDigest").asText());
    String approve =
        "mutation($id: ID!, $digest: String!) { approveDestruction(planId: $id, scopeDigest: $digest) "
            + PLAN
            + " }";
    assertThat(system.caller("deng.compliance").ask(approve, named).codes())
        .containsExactly("FOUR_EYES");
    step("sun.supervisor", approve, named, "approveDestruction");
    String execute =
        "mutation($id: ID!, $witness: String) { executeDestruction(planId: $id, witness: $witness) "
            + PLAN
            + " }";
    assertThat(system.caller("ops.operator").ask(execute, Map.of("id", id)).codes())
        .containsExactly("WITNESS_MISSING");
    step("ops.operator", execute, Map.of("id", id, "witness", "1002"), "executeDestruction");
    return id;
  }

  void witnessed(String plan) {
    step(
        "ai.auditor",
        "mutation($id: ID!, $digest: String!) { witnessDestruction(planId: $id, scopeDigest: $digest) "
            + PLAN
            + " }",
        Map.of("id", plan, "digest", plan(plan).path("scopeDigest").asText()),
        "witnessDestruction");
  }

  /** The receiver's letters are in: compliance confirms each of its requests to delete. */
  void confirmedFor(String receiver, int requests) {
    String list = "{ deletionRequests { id recipientId } }";
    Eventually.passes(() -> assertThat(requestsTo(receiver, list)).hasSize(requests));
    for (String id : requestsTo(receiver, list)) {
      step(
          "deng.compliance",
          "mutation($id: ID!) { confirmDeletion(id: $id) { state } }",
          Map.of("id", id),
          "confirmDeletion");
    }
  }

  private List<String> requestsTo(String receiver, String list) {
    return step("deng.compliance", list, Map.of(), "deletionRequests")
        .valueStream()
        .filter(request -> request.path("recipientId").asText().equals(receiver))
        .map(request -> request.path("id").asText())
        .toList();
  }

  /** The certificate, once it is issued and its entry is under a checkpoint. */
  JsonNode certificate(String plan) {
    await(plan, view -> view.path("state").asText().equals("CERTIFIED"));
    String query =
        "query($id: ID!) { destructionCertificate(planId: $id)"
            + " { body sha256 proof { logIndex leaf hashes checkpoint } } }";
    Map<String, String> named = Map.of("id", plan);
    Eventually.passes(() ->
        assertThat(
                step("ai.auditor", query, named, "destructionCertificate").path("proof").isObject())
            .isTrue());
    return step("ai.auditor", query, named, "destructionCertificate");
  }

  void await(String plan, Predicate<JsonNode> reached) {
    Instant deadline = Instant.now().plus(PATIENCE);
    JsonNode view = plan(plan);
    while (!reached.test(view)) {
      assertThat(Instant.now()).as(view.toString()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      view = plan(plan);
    }
  }

  static int done(JsonNode view) {
    for (JsonNode count : view.path("counts")) {
      if (count.path("state").asText().equals("DONE")) {
        return count.path("number").asInt();
      }
    }
    return 0;
  }

  private JsonNode plan(String id) {
    return step(
        "ai.auditor",
        "query($id: ID!) { destructionPlan(id: $id) " + PLAN + " }",
        Map.of("id", id),
        "destructionPlan");
  }

  private JsonNode step(String person, String query, Map<String, ?> variables, String field) {
    Answer answer = system.caller(person).ask(query, variables);
    assertThat(answer.codes()).as(answer.body()).isEmpty();
    return answer.data(field);
  }
}
