package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;

/** Somebody of the story, who asks the gateway with a token of hers. */
final class Caller {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Layout layout;
  private final Supplier<String> token;
  private final Http http = new Http();

  Caller(Layout layout, Supplier<String> token) {
    this.layout = layout;
    this.token = token;
  }

  /** The one field of {@code data} that a GraphQL document asks for. */
  JsonNode ask(String document, Map<String, ?> variables) {
    JsonNode answer = send(document, variables);
    if (answer.has("errors")) {
      throw new LauncherException(
          "The story was told otherwise: "
              + codes(answer)
              + " to "
              + document.lines().findFirst().orElse("")
              + ".");
    }
    return answer.path("data").elements().next();
  }

  JsonNode ask(String document) {
    return ask(document, Map.of());
  }

  /** Sends a mutation with its input. */
  JsonNode tell(String mutation, String inputType, Map<String, ?> input, String selection) {
    return ask(
        "mutation($input: %s!) { %s(input: $input) %s }".formatted(inputType, mutation, selection),
        Map.of("input", input));
  }

  /** The error codes of a request; none when it was granted. */
  List<String> codes(String document, Map<String, ?> variables) {
    return codes(send(document, variables));
  }

  /** The error codes of a request that has to be refused. */
  List<String> refused(String document, Map<String, ?> variables) {
    List<String> codes = codes(document, variables);
    if (codes.isEmpty()) {
      throw new LauncherException(
          "The story was told otherwise: no refusal of "
              + document.lines().findFirst().orElse("")
              + ".");
    }
    return codes;
  }

  /** An interface that operators or the services' own people use and GraphQL has not. */
  JsonNode post(Component service, String path, Object body) {
    return http.post(layout.url(service).resolve(path), token.get(), JSON.valueToTree(body));
  }

  JsonNode put(Component service, String path, JsonNode body) {
    return http.put(layout.url(service).resolve(path), token.get(), body);
  }

  JsonNode get(Component service, String path) {
    return http.get(layout.url(service).resolve(path), token.get());
  }

  String token() {
    return token.get();
  }

  private JsonNode send(String document, Map<String, ?> variables) {
    ObjectNode request = JSON.createObjectNode().put("query", document);
    request.set("variables", JSON.valueToTree(variables));
    return http.post(layout.url(Component.GATEWAY).resolve("/graphql"), token.get(), request);
  }

  private static List<String> codes(JsonNode answer) {
    return StreamSupport.stream(answer.path("errors").spliterator(), false)
        .map(error -> error.path("extensions").path("code").asText())
        .toList();
  }
}
