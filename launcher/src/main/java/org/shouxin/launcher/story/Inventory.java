package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Steps 11 and 12: an insurer's letter finds a gap, L fills it, and whoever had her data is told.
 */
final class Inventory implements Chapter {
  private static final String LETTER = "%064x";

  @Override
  public void play(Stage stage) {
    stage.step(11, () -> opened(stage));
    stage.step(12, () -> corrected(stage));
  }

  private static void opened(Stage stage) {
    String campaign =
        stage
            .officer()
            .tell(
                "openCampaign",
                "OpenCampaignInput",
                Map.of(
                    "insurer", "平和人寿保险有限公司",
                    "reference", "PH-QC-" + stage.cast.managerNo,
                    "sha256", LETTER.formatted(Integer.parseInt(stage.cast.managerNo)),
                    "receivedOn", stage.today.toString(),
                    "dueOn", stage.today.plusDays(30).toString(),
                    "consequence", "COMMISSION_HOLD",
                    "policies", List.of(Map.of("number", stage.cast.policyNumber))),
                "{ id }")
            .path("id")
            .asText();
    stage.about(campaign);
    String item =
        Wait.until(
            "L's item of the campaign",
            () -> item(stage, campaign).map(one -> one.path("id").asText()));
    stage.about(item);
    stage
        .manager()
        .ask(
            "mutation($id: ID!) { recordContactAttempt(itemId: $id, channel: \"CALL\", reached: true) }",
            Map.of("id", item));
  }

  private static Optional<JsonNode> item(Stage stage, String campaign) {
    for (JsonNode one :
        stage
            .manager()
            .ask(
                "query($id: ID!) { campaignItems(campaignId: $id) { id customerId openFields } }",
                Map.of("id", campaign))) {
      if (one.path("customerId").asText().equals(stage.cast.customerId)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private static void corrected(Stage stage) {
    stage
        .customer()
        .tell(
            "proposeCorrection",
            "ProposeCorrectionInput",
            Map.of(
                "customerId", stage.cast.customerId,
                "field", "address",
                "value", stage.cast.address),
            "{ id state }");
    stage.backstage.nextCodeMayBeSent(stage.cast.customerId);
    String correction = Telephone.proves(stage, stage.cast.newMobile);
    stage.about(correction);
    List<Caller> told = List.of(stage.insurer(), stage.haiyun());
    List<String> notices = told.stream().map(caller -> notice(caller, correction)).toList();
    for (int i = 0; i < told.size(); i++) {
      told.get(i)
          .ask(
              "mutation($id: ID!) { acknowledgeCorrection(noticeId: $id) { state } }",
              Map.of("id", notices.get(i)));
    }
  }

  /** Fetching it is its delivery. */
  private static String notice(Caller recipient, String correction) {
    return Wait.until(
        "the notice of a correction",
        () -> {
          for (JsonNode one : recipient.ask("{ correctionNotices { id correctionId } }")) {
            if (one.path("correctionId").asText().equals(correction)) {
              return Optional.of(one.path("id").asText());
            }
          }
          return Optional.empty();
        });
  }
}
