package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A customer who acts for herself through the gateway.
 *
 * @param id her customer record
 */
public record DemoCustomer(Caller caller, String id) {
  private static final String RECORD =
      "id purpose categories recipientId state noticeId noticeVersion givenAt withdrawnAt expiresAt";

  /**
   * Gives one consent for a partner as the portal does: reads notice and text, then quotes them.
   */
  public JsonNode giveConsent(String purpose, String recipient) {
    Answer told =
        caller.ask(
            """
            query($purpose: String!, $recipient: ID) {
              currentNotice(audience: "APPLICANT", language: "zh-CN") { id version }
              consentText(purpose: $purpose, recipientId: $recipient, language: "zh-CN") { sha256 separate }
            }\
            """,
            Map.of("purpose", purpose, "recipient", recipient));
    assertThat(told.codes()).as(told.body()).isEmpty();
    JsonNode notice = told.data("currentNotice");
    caller.ask(
        """
        mutation($customer: ID!, $notice: ID!, $version: Int!) {
          recordNoticeShown(customerId: $customer, noticeId: $notice, noticeVersion: $version, language: "zh-CN")
        }\
        """,
        Map.of(
            "customer",
            id,
            "notice",
            notice.path("id").asText(),
            "version",
            notice.path("version").asInt()));
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("customerId", id);
    input.put("purpose", purpose);
    input.put("categories", List.of("IDENTITY", "CONTACT", "POLICY"));
    input.put("recipientId", recipient);
    input.put("noticeId", notice.path("id").asText());
    input.put("noticeVersion", notice.path("version").asInt());
    input.put("language", "zh-CN");
    input.put("uiTextSha256", told.data("consentText").path("sha256").asText());
    input.put("separate", told.data("consentText").path("separate").asBoolean());
    Answer given =
        caller.ask(
            "mutation($input: GiveConsentInput!) { giveConsent(input: $input) { " + RECORD + " } }",
            Map.of("input", input));
    assertThat(given.codes()).as(given.body()).isEmpty();
    return given.data("giveConsent");
  }

  /** The same person, whose requests carry an idempotency key. */
  DemoCustomer once(String key) {
    return new DemoCustomer(caller.sending("Idempotency-Key", key), id);
  }

  public JsonNode withdraw(String consentRecordId) {
    Answer withdrawn =
        caller.ask(
            "mutation($id: ID!) { withdrawConsent(consentRecordId: $id) { " + RECORD + " } }",
            Map.of("id", consentRecordId));
    assertThat(withdrawn.codes()).as(withdrawn.body()).isEmpty();
    return withdrawn.data("withdrawConsent");
  }

  /** Her consent in force for that purpose and partner, if any. */
  public Optional<String> findConsentInForce(String purpose, String recipient) {
    Answer all =
        caller.ask(
            "query($id: ID!) { consentRecords(customerId: $id) { " + RECORD + " } }",
            Map.of("id", id));
    assertThat(all.codes()).as(all.body()).isEmpty();
    return StreamSupport.stream(all.data("consentRecords").spliterator(), false)
        .filter(one -> one.path("purpose").asText().equals(purpose))
        .filter(one -> one.path("recipientId").asText().equals(recipient))
        .filter(one -> List.of("GIVEN", "RENEWED").contains(one.path("state").asText()))
        .map(one -> one.path("id").asText())
        .findFirst();
  }

  /** Makes sure that nothing allows this partner anything. */
  public void withdrawAll(String purpose, String recipient) {
    findConsentInForce(purpose, recipient).ifPresent(this::withdraw);
  }

  /** What she may see of herself; policy service rests on her contract. */
  public JsonNode ownRecord() {
    Answer own =
        caller.ask(
            """
            query($id: ID!) { customer(id: $id, purpose: "P-04") {
              id name idNumber mobile policies { number } decision { id permitted }
            } }\
            """,
            Map.of("id", id));
    assertThat(own.data("customer").path("id").asText()).as(own.body()).isEqualTo(id);
    return own.data("customer");
  }

  /** Her access history, newest first, all pages. */
  public List<JsonNode> accessHistory() {
    List<JsonNode> events = new ArrayList<>();
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("id", id);
    while (true) {
      Answer page =
          caller.ask(
              """
              query($id: ID!, $after: String) { accessHistory(customerId: $id, first: 50, after: $after) {
                edges { node { eventId occurredAt actorKind actorId organization purpose fields permitted decisionId logIndex } }
                pageInfo { hasNextPage endCursor }
              } }\
              """,
              variables);
      assertThat(page.codes()).as(page.body()).isEmpty();
      page.data("accessHistory").path("edges").forEach(edge -> events.add(edge.path("node")));
      JsonNode info = page.data("accessHistory").path("pageInfo");
      if (!info.path("hasNextPage").asBoolean()) {
        return events;
      }
      variables.put("after", info.path("endCursor").asText());
    }
  }
}
