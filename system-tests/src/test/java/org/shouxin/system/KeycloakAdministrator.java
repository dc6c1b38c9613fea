package org.shouxin.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Properties;
import org.shouxin.launcher.Component;

/**
 * Keycloak's administrator, who has a token of the master realm and can shorten lives of tokens.
 */
final class KeycloakAdministrator {
  private final RunningSystem system;
  private final URI keycloak;

  KeycloakAdministrator(RunningSystem system) {
    this.system = system;
    this.keycloak = system.url(Component.KEYCLOAK);
  }

  /** An access token of the realm master. */
  String token() {
    return form(
            "/realms/master/protocol/openid-connect/token",
            "grant_type=password&client_id=admin-cli&username=administrator&password=" + password())
        .path("access_token")
        .asText();
  }

  /** A token of that client that lives for one second; later tokens live as long as before. */
  String shortLivedToken(String client) {
    JsonNode found =
        Caller.send(request("/admin/realms/shouxin/clients?clientId=" + client).GET().build())
            .json()
            .path(0);
    ObjectNode shortened = found.deepCopy();
    shortened.withObject("attributes").put("access.token.lifespan", "1");
    save(shortened);
    try {
      return system.installation().token(client);
    } finally {
      shortened.withObject("attributes").put("access.token.lifespan", "300");
      save(shortened);
    }
  }

  private void save(JsonNode client) {
    Answer answer =
        Caller.send(
            request("/admin/realms/shouxin/clients/" + client.path("id").asText())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(client.toString()))
                .build());
    if (answer.status() != 204) {
      throw new IllegalStateException("Keycloak answered " + answer.status());
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(keycloak.resolve(path))
        .header("Authorization", "Bearer " + token());
  }

  private JsonNode form(String path, String form) {
    return Caller.send(
            HttpRequest.newBuilder(keycloak.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build())
        .json();
  }

  private String password() {
    Properties secrets = new Properties();
    try (Reader reader =
        Files.newBufferedReader(system.installation().layout().secrets(), StandardCharsets.UTF_8)) {
      secrets.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Objects.requireNonNull(secrets.getProperty("keycloak.administrator"));
  }
}
