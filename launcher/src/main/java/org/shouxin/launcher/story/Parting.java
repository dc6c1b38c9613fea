package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.LauncherException;

/**
 * Step 19: P-02 widens and L does not follow; she asks for deletion, and is told what goes and what
 * the law keeps until when. Afterwards P-02 says again what it said before.
 */
final class Parting implements Chapter {
  private static final String ACTIVITIES = "/v1/processing-activities";

  @Override
  public void play(Stage stage) {
    Consents consents = new Consents(stage);
    Consents.Asked advice =
        new Consents.Asked(stage.cast.customerId, "P-02", null, List.of("IDENTITY", "CONTACT"));
    consents.given(advice);
    try {
      stage.step(
          19,
          () -> {
            said(stage, widened());
            consents.refused(advice);
            deleted(stage);
          });
    } finally {
      said(stage, JsonFile.read("purpose.json"));
    }
  }

  private static ObjectNode widened() {
    ObjectNode purpose = JsonFile.read("purpose.json");
    purpose
        .withObject("words")
        .put("zh", "应您的要求分析保险与财富规划需求并提供建议和方案")
        .put("en", "analysing your insurance and wealth planning needs, at your request");
    return purpose;
  }

  /** Proposed by one officer, approved by another. */
  private static void said(Stage stage, ObjectNode purpose) {
    int version =
        stage.officer().post(Component.CONSENT, ACTIVITIES, purpose).path("version").asInt();
    stage
        .second()
        .post(
            Component.CONSENT,
            ACTIVITIES + "/P-02/versions/" + version + "/approval",
            Map.of("opinion", "reviewed with its impact assessment"));
    stage.about("P-02." + version);
  }

  private static void deleted(Stage stage) {
    Wait.until("what is kept of L", () -> kept(stage));
    String request =
        stage
            .customer()
            .tell(
                "fileRightsRequest",
                "FileRightsRequestInput",
                Map.of("customerId", stage.cast.customerId, "type", "DELETE"),
                "{ id }")
            .path("id")
            .asText();
    stage.about(request);
    Wait.until("the prepared answer", () -> prepared(stage, request));
    Wait.until("the confirmed answer", () -> confirmed(stage, request));
    Destruction erasure =
        new Destruction(
            stage,
            Wait.until("the plan of the erasure", () -> plan(stage)),
            List.of(stage.cast.customerId));
    erasure.approvedAndStarted();
    erasure.witnessed();
    erasure.certified();
  }

  /** Both policies were reported to retention. */
  private static Optional<JsonNode> kept(Stage stage) {
    JsonNode kept =
        stage
            .officer()
            .ask(
                "query($id: ID!) { retentionOf(customerId: $id) { kind } }",
                Map.of("id", stage.cast.customerId));
    long policies =
        kept.valueStream().filter(one -> one.path("kind").asText().equals("POLICY")).count();
    return policies >= 2 ? Optional.of(kept) : Optional.empty();
  }

  private static Optional<JsonNode> prepared(Stage stage, String request) {
    return stage
        .officer()
        .ask("{ erasureRequests { id erasure { kind decision untilOn } } }")
        .valueStream()
        .filter(one -> one.path("id").asText().equals(request) && one.path("erasure").has(0))
        .findFirst();
  }

  /** Empty when a record was reported meanwhile, for which a new answer is ready then. */
  private static Optional<String> confirmed(Stage stage, String request) {
    List<String> refused =
        stage
            .officer()
            .codes(
                "mutation($id: ID!) { confirmErasure(requestId: $id) { id state } }",
                Map.of("id", request));
    if (refused.isEmpty()) {
      return Optional.of(request);
    }
    if (refused.equals(List.of("ERASURE_OUTDATED"))) {
      return Optional.empty();
    }
    throw new LauncherException("The story was told otherwise: " + refused + " to a deletion.");
  }

  /** The newest plan of an erasure, which the confirmation proposed. */
  private static Optional<String> plan(Stage stage) {
    return stage
        .officer()
        .ask("{ destructionPlans { id cause state remaining { subjectRef } } }")
        .valueStream()
        .filter(one -> one.path("cause").asText().equals("ERASURE_REQUEST"))
        .filter(one -> one.path("remaining").toString().contains(stage.cast.customerId))
        .map(one -> one.path("id").asText())
        .findFirst();
  }
}
