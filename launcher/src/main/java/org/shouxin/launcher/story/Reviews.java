package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Step 17: rights are reviewed one by one, the auditor looks at a sample. All rights are confirmed,
 * so that the end of the review takes nobody's away. Its restore test is the one of step 18.
 */
final class Reviews implements Chapter {
  private static final String OWN_TO_OFFICER = "1001";

  @Override
  public void play(Stage stage) {
    stage.step(
        17,
        () -> {
          String review = opened(stage);
          stage.about(review);
          for (JsonNode right :
              stage
                  .officer()
                  .ask(
                      "query($id: ID!) { reviewedRights(reviewId: $id) { id employeeNo state } }",
                      Map.of("id", review))) {
            if (right.path("state").asText().equals("OPEN")) {
              confirmed(stage, right);
            }
          }
          stage.backstage.reviewEnds(review, stage.broker.controller());
          stage
              .as(stage.broker.witness())
              .ask(
                  "query($id: ID!) { customer(id: $id, purpose: \"P-22\") { id name } }",
                  Map.of("id", stage.cast.customerId));
        });
  }

  private static String opened(Stage stage) {
    for (JsonNode review : stage.officer().ask("{ rightsReviews { id closedAt } }")) {
      if (!review.path("closedAt").isTextual()) {
        return review.path("id").asText();
      }
    }
    return stage.officer().ask("mutation { openRightsReview { id } }").path("id").asText();
  }

  /** S decides about W; an officer about all others, and another one about hers. */
  private static void confirmed(Stage stage, JsonNode right) {
    String employee = right.path("employeeNo").asText();
    Caller decides =
        employee.equals(stage.cast.managerNo)
            ? stage.supervisor()
            : employee.equals(OWN_TO_OFFICER) ? stage.second() : stage.officer();
    decides.ask(
        "mutation($id: ID!) { decideRight(rightId: $id, confirmed: true) { state } }",
        Map.of("id", right.path("id").asText()));
  }
}
