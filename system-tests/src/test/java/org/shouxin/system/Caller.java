package org.shouxin.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who asks the gateway, with an access token. */
public final class Caller {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI gateway;
  private final String token;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Caller(URI gateway, String token) {
    this.gateway = gateway;
    this.token = token;
  }

  /** The same caller who also sends this header. */
  public Caller sending(String header, String value) {
    Caller other = new Caller(gateway, token);
    other.headers.putAll(headers);
    other.headers.put(header, value);
    return other;
  }

  public String token() {
    return token;
  }

  /** A GraphQL request. */
  public Answer ask(String query, Map<String, ?> variables) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("query", query);
    request.put("variables", variables);
    return post(text(request));
  }

  public Answer ask(String query) {
    return ask(query, Map.of());
  }

  /** Posts a body as it is to {@code /graphql}. */
  public Answer post(String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve("/graphql"))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    headers.forEach(request::setHeader);
    return send(request.build());
  }

  static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body(),
          read(response.body()));
    } catch (IOException unreachable) {
      throw new NotAnswered(unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The connection broke before an answer came. */
  public static final class NotAnswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAnswered(IOException cause) {
      super(cause);
    }
  }
}
