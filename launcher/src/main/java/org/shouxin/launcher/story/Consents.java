package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.Component;

/** How notices are shown and consents decided, each with the text that is shown today. */
final class Consents {
  private static final String LANGUAGE = "zh-CN";

  private final Stage stage;

  Consents(Stage stage) {
    this.stage = stage;
  }

  /** One purpose, one recipient or none, for one person. */
  record Asked(
      String customer, String purpose, @Nullable String recipient, List<String> categories) {}

  JsonNode notice(Caller reader, String audience) {
    return reader.ask(
        "query($audience: String!) { currentNotice(audience: $audience, language: \"zh-CN\") { id version } }",
        Map.of("audience", audience));
  }

  /** Staff show a notice at the counter to somebody without a record; the id of it to be. */
  String shownAtTheCounter(String audience) {
    JsonNode notice = notice(stage.manager(), audience);
    return stage
        .manager()
        .post(
            Component.CONSENT,
            "/v1/notices/presentations",
            Map.of(
                "noticeId",
                notice.path("id").asText(),
                "noticeVersion",
                notice.path("version").asInt(),
                "language",
                LANGUAGE,
                "channel",
                "COUNTER"))
        .path("customerId")
        .asText();
  }

  /** The portal shows a notice. */
  void shown(String customer, String audience) {
    JsonNode notice = notice(stage.customer(), audience);
    stage
        .customer()
        .ask(
            "mutation($customer: ID!, $notice: ID!, $version: Int!) { recordNoticeShown(customerId: $customer,"
                + " noticeId: $notice, noticeVersion: $version, language: \"zh-CN\") }",
            Map.of(
                "customer", customer,
                "notice", notice.path("id").asText(),
                "version", notice.path("version").asInt()));
  }

  /** W brings the subject up, and no more. */
  void requested(Asked asked) {
    stage.manager().post(Component.CONSENT, "/v1/consent-records/requests", input(asked));
  }

  /** The customer gives; the record's id. */
  String given(Asked asked) {
    return decided("giveConsent", asked);
  }

  String refused(Asked asked) {
    return decided("refuseConsent", asked);
  }

  private String decided(String mutation, Asked asked) {
    return stage
        .customer()
        .tell(mutation, "GiveConsentInput", input(asked), "{ id state }")
        .path("id")
        .asText();
  }

  private Map<String, Object> input(Asked asked) {
    String audience = asked.customer().equals(stage.cast.childId) ? "GUARDIAN" : "APPLICANT";
    JsonNode notice = notice(stage.customer(), audience);
    Map<String, Object> about = new HashMap<>();
    about.put("purpose", asked.purpose());
    about.put("recipient", asked.recipient());
    JsonNode text =
        stage
            .customer()
            .ask(
                "query($purpose: String!, $recipient: ID) { consentText(purpose: $purpose,"
                    + " recipientId: $recipient, language: \"zh-CN\") { sha256 separate } }",
                about);
    Map<String, Object> input = new HashMap<>();
    input.put("customerId", asked.customer());
    input.put("purpose", asked.purpose());
    input.put("categories", asked.categories());
    input.put("recipientId", asked.recipient());
    input.put("noticeId", notice.path("id").asText());
    input.put("noticeVersion", notice.path("version").asInt());
    input.put("language", LANGUAGE);
    input.put("uiTextSha256", text.path("sha256").asText());
    input.put("separate", text.path("separate").asBoolean());
    return input;
  }
}
