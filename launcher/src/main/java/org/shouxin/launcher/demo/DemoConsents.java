package org.shouxin.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.keycloak.TokenEndpoint;

/**
 * Some decisions of the demo customers, each made as the portal makes it, with their own tokens.
 */
final class DemoConsents {
  /**
   * One decision of one person.
   *
   * @param path where it is sent, below {@code /v1/consent-records}
   */
  record Wish(
      String account,
      String purpose,
      @Nullable String recipient,
      List<String> categories,
      String path) {}

  /** P-12 of li.lei is left to the tour. */
  static final List<Wish> WISHES =
      List.of(
          new Wish("li.lei", "P-13", null, List.of("CONTACT"), ""),
          new Wish("li.lei", "P-11", null, List.of("CONTACT"), "/refusals"),
          new Wish("han.mei", "P-11", null, List.of("CONTACT"), ""),
          new Wish(
              "han.mei", "P-12", "partner-beichen", List.of("IDENTITY", "CONTACT", "POLICY"), ""));

  private static final String LANGUAGE = "zh-CN";

  private final URI consent;
  private final TokenEndpoint tokens;
  private final UnaryOperator<String> customers;
  private final ObjectMapper json = new ObjectMapper();
  private final Http http = new Http();

  /**
   * For people by their accounts.
   *
   * @param customers the record of an account
   */
  DemoConsents(Layout layout, TokenEndpoint tokens, UnaryOperator<String> customers) {
    this.consent = layout.url(Component.CONSENT);
    this.tokens = tokens;
    this.customers = customers;
  }

  /** Makes the decisions that were never made; what somebody decided since then stays. */
  void give(List<Wish> wishes) {
    for (Wish wish : wishes) {
      String token = tokens.accessToken(wish.account());
      String customer = customers.apply(wish.account());
      if (!decided(wish, customer, token)) {
        decide(wish, customer, token);
      }
    }
  }

  private boolean decided(Wish wish, String customer, String token) {
    ObjectNode query = json.createObjectNode();
    query.putArray("customerIds").add(customer);
    JsonNode known = http.post(at("/v1/consent-records/query"), token, query).path(customer);
    return StreamSupport.stream(known.spliterator(), false)
        .anyMatch(one ->
            one.path("purpose").asText().equals(wish.purpose())
                && one.path("recipientId").asText("").equals(or(wish.recipient())));
  }

  private void decide(Wish wish, String customer, String token) {
    JsonNode notice =
        http.get(at("/v1/notices/current?audience=APPLICANT&language=" + LANGUAGE), token);
    ObjectNode shown = json.createObjectNode();
    shown.put("customerId", customer).put("channel", "PORTAL");
    quote(shown, notice);
    http.post(at("/v1/notices/presentations"), token, shown);
    JsonNode text =
        http.get(
            at(
                "/v1/consent-texts?language="
                    + LANGUAGE
                    + "&purpose="
                    + wish.purpose()
                    + (wish.recipient() == null ? "" : "&recipientId=" + wish.recipient())),
            token);
    ObjectNode decision = json.createObjectNode();
    decision.put("customerId", customer).put("purpose", wish.purpose());
    wish.categories().forEach(decision.withArray("categories")::add);
    if (wish.recipient() != null) {
      decision.put("recipientId", wish.recipient());
    }
    quote(decision, notice);
    decision.put("uiTextSha256", text.path("sha256").asText());
    decision.put("separate", text.path("separate").asBoolean());
    http.post(at("/v1/consent-records" + wish.path()), token, decision);
  }

  private static void quote(ObjectNode body, JsonNode notice) {
    body.put("noticeId", notice.path("id").asText());
    body.put("noticeVersion", notice.path("version").asInt());
    body.put("language", LANGUAGE);
  }

  private static String or(@Nullable String recipient) {
    return recipient == null ? "" : recipient;
  }

  private URI at(String path) {
    return consent.resolve(path);
  }
}
