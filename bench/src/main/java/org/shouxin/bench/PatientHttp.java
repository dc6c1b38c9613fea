package org.shouxin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.shouxin.launcher.Component;

/** Requests that may take as long as a package of 100 thousand people takes. */
final class PatientHttp {
  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final int TRIES = 50;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** A sign-in costs Keycloak a tenth of a second on purpose: it is not what is measured. */
  private static final Duration TOKEN_LASTS = Duration.ofSeconds(60);

  private record Token(String value, Instant fetched) {}

  private final Bed bed;
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  PatientHttp(Bed bed) {
    this.bed = bed;
  }

  JsonNode post(String person, String path, Object body) {
    return post(Component.RECORDS, person, path, body);
  }

  JsonNode post(Component service, String person, String path, Object body) {
    return json(
        send(
            "POST",
            service,
            person,
            path,
            "application/json",
            BodyPublishers.ofString(JSON.valueToTree(body).toString())));
  }

  JsonNode get(String person, String path) {
    return get(Component.RECORDS, person, path);
  }

  JsonNode get(Component service, String person, String path) {
    return json(send("GET", service, person, path, "application/json", BodyPublishers.noBody()));
  }

  byte[] bytes(String person, String path) {
    return send("GET", Component.RECORDS, person, path, "*/*", BodyPublishers.noBody());
  }

  void put(String person, String path, Path file) {
    try {
      send(
          "PUT",
          Component.RECORDS,
          person,
          path,
          "application/octet-stream",
          BodyPublishers.ofFile(file));
    } catch (FileNotFoundException gone) {
      throw new BenchException("The file " + file + " is gone.", gone);
    }
  }

  /** Tries again while it is refused, some seconds long: what waits for the log's checkpoint. */
  void patiently(Runnable work) {
    for (int tried = 1; ; tried++) {
      try {
        work.run();
        return;
      } catch (BenchException refused) {
        if (tried == TRIES) {
          throw refused;
        }
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }
  }

  private String token(String person) {
    return tokens
        .compute(
            person,
            (_, kept) ->
                kept == null || kept.fetched().plus(TOKEN_LASTS).isBefore(Instant.now())
                    ? new Token(bed.token(person), Instant.now())
                    : kept)
        .value();
  }

  private byte[] send(
      String method,
      Component service,
      String person,
      String path,
      String type,
      BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(bed.url(service, path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token(person))
            .method(method, body);
    if (!method.equals("GET")) {
      request.header("Content-Type", type);
    }
    try {
      var answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        throw new BenchException(
            path
                + " answered "
                + answer.statusCode()
                + " "
                + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
      }
      return answer.body();
    } catch (IOException e) {
      throw new BenchException("No answer from " + path + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted.", e);
    }
  }

  private static JsonNode json(byte[] body) {
    try {
      return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (IOException e) {
      throw new BenchException("An answer is not JSON.", e);
    }
  }
}
