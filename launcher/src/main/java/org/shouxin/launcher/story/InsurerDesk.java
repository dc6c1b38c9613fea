package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.shouxin.launcher.Component;

/** Insurer X: a recipient with an agreement about P-03, a client of its own, a certified agent. */
final class InsurerDesk {
  private InsurerDesk() {}

  /** Registers it at the broker of the day; a second time changes nothing. */
  static void opened(Stage stage) {
    stage.accounts.addPartner(
        stage.broker.insurerClient(),
        Tokens.invented(),
        Cast.HAIYUN,
        Map.of("partner_id", Cast.INSURER, "controller", stage.broker.controller()));
    stage
        .officer()
        .put(Component.CONSENT, "/v1/recipients/" + Cast.INSURER, JsonFile.read("insurer.json"));
    ObjectMapper json = new ObjectMapper();
    stage
        .officer()
        .put(
            Component.CONSENT,
            "/v1/partner-agents/PH-0001",
            json.createObjectNode()
                .put("identityNumber", "330100198903030033")
                .put("certifiedUntil", stage.today.plusMonths(11).toString())
                .put("evidence", "STORY-PAPERS")
                .put("recipientId", Cast.INSURER));
  }
}
