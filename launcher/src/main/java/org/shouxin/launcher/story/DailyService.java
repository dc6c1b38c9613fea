package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.LauncherException;

/** Steps 7 and 8: W serves L, opens one field for a call, and needs S to look at M. */
final class DailyService implements Chapter {
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-04\") { id name mobile policies { number } } }";

  @Override
  public void play(Stage stage) {
    stage.step(7, () -> called(stage));
    stage.step(8, () -> approved(stage));
  }

  private static void called(Stage stage) {
    stage.manager().ask(READ, Map.of("id", stage.cast.customerId));
    JsonNode grant =
        stage
            .manager()
            .tell(
                "requestUnmask",
                "RequestUnmaskInput",
                Map.of(
                    "customerId", stage.cast.customerId,
                    "field", "mobile",
                    "purpose", "P-04",
                    "reason", "call back about the renewal"),
                "{ id state }");
    String id = grant.path("id").asText();
    stage.about(id);
    if (grant.path("state").asText().equals("REQUESTED")) {
      stage
          .supervisor()
          .ask("mutation($id: ID!) { approveUnmask(grantId: $id) { state } }", Map.of("id", id));
      stage
          .manager()
          .ask("mutation($id: ID!) { useUnmask(grantId: $id) { value } }", Map.of("id", id));
    }
    stage.backstage.unmaskingEnds(id);
  }

  private static void approved(Stage stage) {
    Map<String, String> child = Map.of("id", stage.cast.childId);
    if (!stage.manager().refused(READ, child).contains("APPROVAL_REQUIRED")) {
      throw new LauncherException("The story was told otherwise: M was read without approval.");
    }
    String request =
        stage
            .manager()
            .tell(
                "requestAccess",
                "RequestAccessInput",
                Map.of(
                    "customerIds",
                    List.of(stage.cast.childId),
                    "fields",
                    List.of("name", "birthDate"),
                    "purpose",
                    "P-04",
                    "reason",
                    "the insurer asks about the health note",
                    "minutes",
                    5),
                "{ id }")
            .path("id")
            .asText();
    stage.about(request);
    Map<String, String> named = Map.of("id", request);
    stage
        .supervisor()
        .ask("mutation($id: ID!) { approveAccess(accessRequestId: $id) { state } }", named);
    stage
        .manager()
        .ask("query($id: ID!) { approvedCustomers(accessRequestId: $id) { id name } }", named);
    stage.backstage.accessEnds(request);
  }
}
