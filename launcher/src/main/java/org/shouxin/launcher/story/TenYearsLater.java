package org.shouxin.launcher.story;

import java.util.List;
import java.util.Map;
import org.shouxin.launcher.LauncherException;

/**
 * Step 20: what Old and New kept is due, and is destroyed before a witness; L learns it by a code.
 */
final class TenYearsLater implements Chapter {
  @Override
  public void play(Stage stage) {
    Cast cast = stage.cast;
    requireStillStored(stage);
    stage.step(
        20,
        () -> {
          Broker joined = stage.broker;
          stage.broker = Broker.OLD;
          ended(stage, cast.atOld);
          stage.broker = joined;
          summarised(stage, ended(stage, List.of(cast.customerId, cast.childId)));
        });
  }

  private static Destruction ended(Stage stage, List<String> both) {
    both.forEach(stage.backstage::tenYears);
    Destruction end = Destruction.proposed(stage, both);
    end.approvedAndStarted();
    end.witnessed();
    end.certified();
    return end;
  }

  /** The blind index still finds her, so that the End check means something. */
  private static void requireStillStored(Stage stage) {
    List<String> codes =
        stage.manager().codes(EndCheck.FIND, Map.of("factors", stage.cast.customer.factors()));
    if (!codes.equals(List.of("RESTRICTED"))) {
      throw new LauncherException("The story was told otherwise: " + codes + ", not RESTRICTED.");
    }
  }

  private static void summarised(Stage stage, Destruction end) {
    String code =
        stage
            .officer()
            .ask(
                "mutation($person: ID!, $plan: ID!) { makeDestructionCode(customerId: $person, planId: $plan) }",
                Map.of("person", stage.cast.customerId, "plan", end.id()))
            .asText();
    boolean told =
        stage
            .customer()
            .ask(
                "query($code: String!) { destructionSummary(code: $code) { state items { state digest } } }",
                Map.of("code", code))
            .path("items")
            .has(0);
    if (!told) {
      throw new LauncherException("The story was told otherwise: the code opened nothing.");
    }
  }
}
