package org.shouxin.bench.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.Installation;
import org.shouxin.launcher.LauncherException;

/**
 * The demo customer who gives and withdraws, and the partner who reads her, through the gateway.
 */
public final class PartnerConsent {
  /** The partner who reads. */
  public static final String PARTNER = "partner-haiyun";

  /** The customer. */
  public static final String CUSTOMER = "li.lei";

  private static final String PURPOSE = "P-12";
  private static final String LANGUAGE = "zh-CN";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Http http = new Http();
  private final Installation installation;
  private final URI graphql;
  private final String customerId;

  public PartnerConsent(Installation installation) {
    this.installation = installation;
    this.graphql = installation.url(Component.GATEWAY).resolve("/graphql");
    this.customerId = installation.customerId(CUSTOMER);
  }

  /** Her consent in force, given now when there is none. */
  public String give() {
    String token = installation.token(CUSTOMER);
    JsonNode records =
        ask(
                token,
                "query($id: ID!) { consentRecords(customerId: $id) { id purpose recipientId state } }",
                Map.of("id", customerId))
            .path("consentRecords");
    for (JsonNode one : records) {
      if (one.path("purpose").asText().equals(PURPOSE)
          && one.path("recipientId").asText().equals(PARTNER)
          && List.of("GIVEN", "RENEWED").contains(one.path("state").asText())) {
        return one.path("id").asText();
      }
    }
    JsonNode told =
        ask(
            token,
            """
            query($purpose: String!, $recipient: ID) {
              currentNotice(audience: "APPLICANT", language: "zh-CN") { id version }
              consentText(purpose: $purpose, recipientId: $recipient, language: "zh-CN") { sha256 separate }
            }\
            """,
            Map.of("purpose", PURPOSE, "recipient", PARTNER));
    JsonNode notice = told.path("currentNotice");
    ask(
        token,
        """
        mutation($customer: ID!, $notice: ID!, $version: Int!) {
          recordNoticeShown(customerId: $customer, noticeId: $notice, noticeVersion: $version, language: "zh-CN")
        }\
        """,
        Map.of(
            "customer", customerId,
            "notice", notice.path("id").asText(),
            "version", notice.path("version").asInt()));
    ObjectNode input = JSON.createObjectNode();
    input.put("customerId", customerId).put("purpose", PURPOSE).put("recipientId", PARTNER);
    input.putArray("categories").add("IDENTITY").add("CONTACT").add("POLICY");
    input.put("noticeId", notice.path("id").asText());
    input.put("noticeVersion", notice.path("version").asInt()).put("language", LANGUAGE);
    input.put("uiTextSha256", told.path("consentText").path("sha256").asText());
    input.put("separate", told.path("consentText").path("separate").asBoolean());
    return ask(
            token,
            "mutation($input: GiveConsentInput!) { giveConsent(input: $input) { id } }",
            Map.of("input", input))
        .path("giveConsent")
        .path("id")
        .asText();
  }

  /** Withdraws; when this returns, the customer has her answer. */
  public void withdraw(String consent, String token) {
    ask(
        token,
        "mutation($id: ID!) { withdrawConsent(consentRecordId: $id) { id state } }",
        Map.of("id", consent));
  }

  public String customerId() {
    return customerId;
  }

  public String customerToken() {
    return installation.token(CUSTOMER);
  }

  /** Whether the partner is shown her record. */
  public boolean isShown(String partnerToken) {
    ObjectNode body = JSON.createObjectNode();
    body.put("query", "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { name } }");
    body.putObject("variables").put("id", customerId);
    return http.post(graphql, partnerToken, body).path("data").path("customer").hasNonNull("name");
  }

  private JsonNode ask(String token, String query, Map<String, Object> variables) {
    ObjectNode body = JSON.createObjectNode();
    body.put("query", query);
    body.set("variables", JSON.valueToTree(variables));
    JsonNode answer = http.post(graphql, token, body);
    if (answer.path("errors").size() > 0) {
      throw new LauncherException("The gateway refused: " + answer.path("errors"));
    }
    return answer.path("data");
  }
}
