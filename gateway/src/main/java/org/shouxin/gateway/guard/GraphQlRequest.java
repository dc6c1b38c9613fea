package org.shouxin.gateway.guard;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The parameters of a request (GraphQL over HTTP, "Request Parameters"); every one of the type that
 * the specification says, unknown ones ignored as it says.
 */
record GraphQlRequest(
    @Nullable String query,
    @Nullable String documentId,
    @Nullable String operationName,
    JsonObject variables) {

  /**
   * Reads a POST body.
   *
   * @throws ProblemException {@code REQUEST_MALFORMED}; {@code BATCH_REFUSED} for an array of
   *     requests
   */
  static GraphQlRequest ofBody(String body) {
    JsonStructure json = parse(body);
    if (!(json instanceof JsonObject request)) {
      throw new ProblemException(ProblemCode.BATCH_REFUSED);
    }
    return of(request);
  }

  /** Reads the parameters of a GET; absent and empty are alike. */
  static GraphQlRequest ofParameters(
      @Nullable String query,
      @Nullable String documentId,
      @Nullable String operationName,
      @Nullable String variables,
      @Nullable String extensions) {
    JsonObjectBuilder request = Json.createObjectBuilder();
    addText(request, "query", query);
    addText(request, "documentId", documentId);
    addText(request, "operationName", operationName);
    addJson(request, "variables", variables);
    addJson(request, "extensions", extensions);
    return of(request.build());
  }

  /** The same request with the text of its document. */
  GraphQlRequest with(String text) {
    return new GraphQlRequest(text, documentId, operationName, variables);
  }

  /** The text of the document, once it is known. */
  String text() {
    return Objects.requireNonNull(query);
  }

  /** As SmallRye GraphQL wants it. */
  JsonObject toJson() {
    JsonObjectBuilder request =
        Json.createObjectBuilder().add("query", text()).add("variables", variables);
    if (operationName != null) {
      request.add("operationName", operationName);
    }
    return request.build();
  }

  @Override
  public String toString() {
    return "GraphQlRequest[redacted]";
  }

  private static GraphQlRequest of(JsonObject request) {
    String query = text(request, "query");
    String documentId = documentId(request, object(request, "extensions"));
    if (documentId == null && (query == null || query.isBlank())) {
      throw malformed("query has to be a string");
    }
    return new GraphQlRequest(
        query, documentId, text(request, "operationName"), object(request, "variables"));
  }

  /**
   * {@code documentId} (GraphQL over HTTP, "Persisted Documents") or the older {@code
   * extensions.persistedQuery.sha256Hash}.
   */
  private static @Nullable String documentId(JsonObject request, JsonObject extensions) {
    String id = text(request, "documentId");
    if (id == null && extensions.get("persistedQuery") instanceof JsonObject persisted) {
      String hash = text(persisted, "sha256Hash");
      return hash == null ? null : "sha256:" + hash;
    }
    return id;
  }

  private static @Nullable String text(JsonObject request, String name) {
    JsonValue value = request.getOrDefault(name, JsonValue.NULL);
    return switch (value) {
      case JsonString text -> text.getString();
      case JsonValue other when other == JsonValue.NULL -> null;
      default -> throw malformed(name + " has to be a string");
    };
  }

  private static JsonObject object(JsonObject request, String name) {
    JsonValue value = request.getOrDefault(name, JsonValue.NULL);
    return switch (value) {
      case JsonObject object -> object;
      case JsonValue other when other == JsonValue.NULL -> JsonValue.EMPTY_JSON_OBJECT;
      default -> throw malformed(name + " has to be an object");
    };
  }

  private static void addText(JsonObjectBuilder request, String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      request.add(name, text);
    }
  }

  private static void addJson(JsonObjectBuilder request, String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      request.add(name, parse(text));
    }
  }

  private static JsonStructure parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.read();
    } catch (JsonException | IllegalStateException unreadable) {
      // The parser's message quotes the text, which may be personal: it goes no further.
      throw malformed("the request is not JSON");
    }
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemCode.REQUEST_MALFORMED, detail);
  }
}
