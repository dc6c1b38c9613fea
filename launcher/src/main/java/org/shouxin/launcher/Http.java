package org.shouxin.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * JSON over HTTP as the launcher needs it; an answer other than 2xx is a {@link LauncherException}.
 */
public final class Http {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = client().build();

  private final HttpClient client;

  public Http() {
    this(CLIENT);
  }

  private Http(HttpClient client) {
    this.client = client;
  }

  /** With other authorities, and a certificate of one's own, than those of the JDK. */
  public static Http trusting(SSLContext context) {
    return new Http(client().sslContext(context).build());
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5));
  }

  /** True when the address answers 200 now. */
  public boolean answers(URI address) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).GET().build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public JsonNode get(URI address, @Nullable String token) {
    return json(send("GET", address, token, "application/json", BodyPublishers.noBody()));
  }

  public byte[] getBytes(URI address, @Nullable String token) {
    return send("GET", address, token, "*/*", BodyPublishers.noBody()).body();
  }

  public JsonNode post(URI address, @Nullable String token, JsonNode body) {
    return json(send("POST", address, token, "application/json", publisher(body)));
  }

  public JsonNode put(URI address, @Nullable String token, JsonNode body) {
    return json(send("PUT", address, token, "application/json", publisher(body)));
  }

  public void delete(URI address, @Nullable String token) {
    send("DELETE", address, token, "application/json", BodyPublishers.noBody());
  }

  /** Sends a body of another media type. */
  public JsonNode post(
      URI address, @Nullable String token, String mediaType, BodyPublisher publisher) {
    return json(send("POST", address, token, mediaType, publisher));
  }

  /** Puts a body of another media type. */
  public JsonNode put(
      URI address, @Nullable String token, String mediaType, BodyPublisher publisher) {
    return json(send("PUT", address, token, mediaType, publisher));
  }

  JsonNode postForm(URI address, String form) {
    return json(
        send(
            "POST",
            address,
            null,
            "application/x-www-form-urlencoded",
            BodyPublishers.ofString(form)));
  }

  public JsonNode postForm(URI address, Map<String, String> form) {
    return postForm(
        address,
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static BodyPublisher publisher(JsonNode body) {
    return BodyPublishers.ofString(body.toString());
  }

  private HttpResponse<byte[]> send(
      String method,
      URI address,
      @Nullable String token,
      String mediaType,
      BodyPublisher publisher) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .method(method, publisher)
            .header("Accept", "application/json, */*;q=0.5");
    if (!method.equals("GET")) {
      request.header("Content-Type", mediaType);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 != 2) {
        throw new HttpStatusException(address, response.statusCode(), problem(response.body()));
      }
      return response;
    } catch (IOException e) {
      throw new LauncherException(
          "No answer from "
              + address.getScheme()
              + "://"
              + address.getAuthority()
              + ". Is it running? See ./shouxin status.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.", e);
    }
  }

  private static JsonNode problem(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    try {
      return response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new LauncherException(response.uri().getAuthority() + " did not answer with JSON.", e);
    } catch (IOException e) {
      throw new LauncherException(response.uri().getAuthority() + " did not answer with JSON.", e);
    }
  }
}
