package org.shouxin.records.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The transit engine over HTTP. The token is read from its file at each request, so that an agent
 * may renew it. Bodies carry wrapped keys only on the way in and out of memory; nothing is logged.
 */
final class TransitClient {
  private final HttpClient http;
  private final ObjectMapper json;
  private final Place place;

  /**
   * Where the engine is.
   *
   * @param address for example {@code https://vault:8200}
   * @param keyPrefix a controller's key is named so, followed by the controller
   */
  record Place(URI address, Path tokenFile, String mount, String keyPrefix, Duration timeout) {}

  TransitClient(Place place, ObjectMapper json) {
    this.place = place;
    this.json = json;
    this.http = HttpClient.newBuilder().connectTimeout(place.timeout()).build();
  }

  /** What the engine tells of the controller's key: versions, never the key. */
  JsonNode key(ControllerId controller) {
    return send(request("keys", controller).GET().build());
  }

  /**
   * {@code data} of the answer.
   *
   * @throws SealBroken when the engine refuses the input
   * @throws ProblemException {@code SERVICE_UNAVAILABLE} when it cannot be asked
   */
  JsonNode post(String operation, ControllerId controller, JsonNode body) {
    return send(
        request(operation, controller)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpRequest.Builder request(String operation, ControllerId controller) {
    try {
      String path =
          "/v1/%s/%s/%s%s"
              .formatted(place.mount(), operation, place.keyPrefix(), controller.value());
      return HttpRequest.newBuilder(place.address().resolve(path))
          .timeout(place.timeout())
          .header("X-Vault-Token", Files.readString(place.tokenFile()).strip());
    } catch (IOException unreadable) {
      throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, null, unreadable);
    }
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == 400) {
        throw new SealBroken("a wrapped key", new IllegalStateException("transit refused it"));
      }
      if (answer.statusCode() != 200) {
        throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE);
      }
      return json.readTree(answer.body()).path("data");
    } catch (IOException away) {
      throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, null, away);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, null, stopped);
    }
  }
}
