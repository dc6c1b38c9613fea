package org.shouxin.launcher.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The realm file: roles, clients and people of the demo, with their published secrets. */
final class DemoRealm {
  private static final String RESOURCE = "/shouxin-realm.json";
  private static final String USUAL_GATEWAY = "http://localhost:8080";

  private final String text;
  private final JsonNode realm;

  private DemoRealm(String text, JsonNode realm) {
    this.text = text;
    this.realm = realm;
  }

  static DemoRealm read() {
    try (InputStream in =
        Objects.requireNonNull(DemoRealm.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new DemoRealm(text, new ObjectMapper().readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file with the portal's addresses at this gateway. */
  String at(URI gateway) {
    return text.replace(USUAL_GATEWAY, gateway.toString());
  }

  /** The secret of a confidential client. */
  Optional<String> secretOf(String client) {
    return find("clients", "clientId", client)
        .filter(found -> found.hasNonNull("secret"))
        .map(found -> found.get("secret").asText());
  }

  /** The demo password of a person. */
  Optional<String> passwordOf(String person) {
    return find("users", "username", person)
        .filter(found -> found.path("credentials").has(0))
        .map(found -> found.path("credentials").path(0).path("value").asText());
  }

  private Optional<JsonNode> find(String list, String key, String value) {
    return StreamSupport.stream(realm.path(list).spliterator(), false)
        .filter(entry -> entry.path(key).asText().equals(value))
        .findFirst();
  }
}
