package org.shouxin.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What came back from the gateway.
 *
 * @param body the exact bytes as text
 * @param json the same, read; missing when it is not JSON
 */
public record Answer(int status, String contentType, String body, JsonNode json) {

  /** A field of {@code data}. */
  public JsonNode data(String field) {
    return json.path("data").path(field);
  }

  /** The codes of all errors: of GraphQL, or of a problem document. */
  public List<String> codes() {
    if (json.has("code")) {
      return List.of(json.path("code").asText());
    }
    return StreamSupport.stream(json.path("errors").spliterator(), false)
        .map(error -> error.path("extensions").path("code").asText())
        .toList();
  }
}
