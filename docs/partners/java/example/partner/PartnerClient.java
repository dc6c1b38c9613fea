package example.partner;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A partner's client: the JDK's HTTP client and Jackson. It sends trusted documents by their id
 * (docs/partner-guide.md), so it runs in production as it does against the sandbox.
 */
public final class PartnerClient {
  private static final String FIND =
      "sha256:9689af8127188f716e924eef6a9cbe47b963a9a345369dadce117c4d85e304a4";
  private static final String LIST =
      "sha256:fdef90ed2bb2554a27313cb8951edc26e31c78a79d13f4a1da6ca5c132bfdc61";
  private static final String STOP_ORDERS =
      "sha256:a9a0f059c490bad6048a3c617d1db4d769672c4accc1fcdaf2e08dbeb407d04b";
  private static final String STOPPED =
      "sha256:e036097dbd491d494213c9da6545770109a6dea5bbea66293f0ab8ec2db1a0fb";
  private static final String PURPOSE = "P-12";
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Settings settings;
  private String token = "";

  /** A client for these addresses and these credentials. */
  public PartnerClient(Settings settings) {
    this.settings = settings;
  }

  /**
   * Where to ask, and as whom.
   *
   * @param gateway address of the gateway, e.g. http://localhost:8080
   * @param tokens token endpoint, e.g.
   *     http://localhost:8180/realms/shouxin/protocol/openid-connect/token
   */
  public record Settings(URI gateway, URI tokens, String client, String secret) {}

  /** A person who shares with you, masked; a field that your purpose does not include is null. */
  public record Customer(
      String id, String name, String mobile, List<Policy> policies, Decision decision) {}

  /** A policy of hers. */
  public record Policy(String number, String product, String insurer, String endOn) {}

  /** What allowed the answer; quote its id when you ask us about it. */
  public record Decision(String id, String reason) {}

  /** An order to stop processing a person's data, within 24 hours. */
  public record StopOrder(String id, String customerId, String purpose, String dueAt) {}

  /** What the gateway refused, by its stable code (docs/problems.md). */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String code) {
      super(code);
    }
  }

  /**
   * At most one person by two factors or more ({@code name}, {@code idNumber}, {@code mobile},
   * {@code policyNumber}); empty when unknown or not shared with you, alike.
   */
  public Optional<Customer> find(Map<String, String> factors) {
    JsonNode found = ask(FIND, Map.of("factors", factors, "purpose", PURPOSE)).path("findCustomer");
    return found.isNull() ? Optional.empty() : Optional.of(read(found, Customer.class));
  }

  /** Everybody who shares with you, page by page. */
  public List<Customer> list() {
    List<Customer> people = new ArrayList<>();
    Map<String, Object> page = new LinkedHashMap<>(Map.of("purpose", PURPOSE, "first", 50));
    while (true) {
      JsonNode customers = ask(LIST, page).path("customers");
      customers.path("edges").forEach(edge -> people.add(read(edge.path("node"), Customer.class)));
      if (!customers.path("pageInfo").path("hasNextPage").asBoolean()) {
        return people;
      }
      page.put("after", customers.path("pageInfo").path("endCursor").asText());
    }
  }

  /** Stops what customers withdrew, and says so: {@code stop} forgets a person on your side. */
  public void obey(Consumer<StopOrder> stop) {
    for (JsonNode each : ask(STOP_ORDERS, Map.of("open", true)).path("stopOrders")) {
      StopOrder order = read(each, StopOrder.class);
      stop.accept(order);
      ask(STOPPED, Map.of("id", order.id()));
    }
  }

  /** Asks once more with a new token when the old one has expired (five minutes). */
  private JsonNode ask(String document, Map<String, ?> variables) {
    HttpResponse<String> response = post(document, variables);
    if (response.statusCode() == 401) {
      token = newToken();
      response = post(document, variables);
    }
    JsonNode answer = tree(response.body());
    for (JsonNode error : answer.path("errors")) {
      String code = error.at("/extensions/code").asText();
      if (!code.equals("FIELD_NOT_PERMITTED")) { // such a field is null, the others are there
        throw new Refused(code);
      }
    }
    if (!answer.hasNonNull("data")) {
      throw new Refused(answer.path("code").asText("HTTP_" + response.statusCode()));
    }
    return answer.path("data");
  }

  private HttpResponse<String> post(String document, Map<String, ?> variables) {
    return send(
        HttpRequest.newBuilder(settings.gateway().resolve("/graphql"))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("Accept", "application/graphql-response+json")
            .header("Authorization", "Bearer " + token)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JSON.valueToTree(Map.of("documentId", document, "variables", variables))
                        .toString()))
            .build());
  }

  private String newToken() {
    String form =
        "grant_type=client_credentials&client_id="
            + URLEncoder.encode(settings.client(), StandardCharsets.UTF_8)
            + "&client_secret="
            + URLEncoder.encode(settings.secret(), StandardCharsets.UTF_8);
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(settings.tokens())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    return tree(response.body()).path("access_token").asText();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException unreachable) {
      throw new IllegalStateException("not reached: " + request.uri(), unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static JsonNode tree(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException unreadable) {
      throw new IllegalStateException("an answer is not JSON", unreadable);
    }
  }

  private static <T> T read(JsonNode node, Class<T> type) {
    return JSON.convertValue(node, type);
  }
}
