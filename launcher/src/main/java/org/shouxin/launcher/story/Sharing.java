package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.LauncherException;

/** Steps 9 and 10: Haiyun is told nothing before L consents, and masked fields afterwards. */
final class Sharing implements Chapter {
  private static final String FOUND =
      "query($factors: CustomerFactors!) { findCustomer(factors: $factors, purpose: \"P-12\") {"
          + " id name mobile } }";

  @Override
  public void play(Stage stage) {
    stage.step(9, () -> require(!isFound(stage), "somebody was found before she consented"));
    stage.step(
        10,
        () -> {
          new Consents(stage)
              .given(
                  new Consents.Asked(
                      stage.cast.customerId,
                      "P-12",
                      Cast.HAIYUN,
                      List.of("IDENTITY", "CONTACT", "POLICY")));
          require(isFound(stage), "nobody was found after she consented");
        });
  }

  /** Whether Haiyun finds L; what it gets is masked. */
  static boolean isFound(Stage stage) {
    JsonNode found = stage.haiyun().ask(FOUND, Map.of("factors", stage.cast.customer.factors()));
    require(!found.path("mobile").asText().contains(stage.cast.customer.mobile()), "no mask");
    return found.path("id").asText().equals(stage.cast.customerId);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new LauncherException("The story was told otherwise: " + otherwise + ".");
    }
  }
}
