package org.shouxin.launcher.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.LauncherException;

/** Keycloak's administration of accounts, as far as the demo needs it. */
public final class Accounts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI keycloak;
  private final String administrator;
  private final String password;
  private final Http http = new Http();

  Accounts(URI keycloak, String administrator, String password) {
    this.keycloak = keycloak;
    this.administrator = administrator;
    this.password = password;
  }

  /** Sets an attribute that only administrators may set, such as {@code customer_id}. */
  public void setAttribute(String username, String attribute, String value) {
    String token = token();
    ObjectNode user = get(username, token);
    user.withObject("attributes").putArray(attribute).add(value);
    http.put(at("/users/" + id(user)), token, user);
  }

  /** Adds a person with a password, these attributes, which become claims, and a role. */
  public void add(String username, String password, String role, Map<String, String> attributes) {
    String token = token();
    ObjectNode person = JSON.createObjectNode().put("username", username).put("enabled", true);
    attributes.forEach((name, value) -> person.withObject("attributes").putArray(name).add(value));
    person.putArray("credentials").add(credential(password));
    http.post(at("/users"), token, person);
    grant(get(username, token), role, token);
  }

  /** What a joiner does at her first sign-in: a password, and whatever else was required. */
  public void firstSignIn(String username, String password) {
    String token = token();
    ObjectNode user = get(username, token);
    user.putArray("requiredActions");
    http.put(at("/users/" + id(user)), token, user);
    http.put(at("/users/" + id(user) + "/reset-password"), token, credential(password));
  }

  /**
   * Adds a partner's client like another one's, unless it is there already.
   *
   * @param claims what its tokens say otherwise: values by the names of the claims
   */
  public void addPartner(
      String client, String secret, String template, Map<String, String> claims) {
    String token = token();
    if (http.get(at("/clients?clientId=" + client), token).has(0)) {
      return;
    }
    ObjectNode copy = (ObjectNode) http.get(at("/clients?clientId=" + template), token).get(0);
    copy.remove("id");
    copy.put("clientId", client).put("secret", secret);
    for (JsonNode mapper : copy.path("protocolMappers")) {
      ((ObjectNode) mapper).remove("id");
      String value = claims.get(mapper.path("name").asText());
      if (value != null) {
        mapper.withObject("config").put("claim.value", value);
      }
    }
    http.post(at("/clients"), token, copy);
    grant(get("service-account-" + client, token), "partner", token);
  }

  private void grant(ObjectNode user, String role, String token) {
    JsonNode found = http.get(at("/roles/" + role), token);
    http.post(
        at("/users/" + id(user) + "/role-mappings/realm"),
        token,
        JSON.createArrayNode().add(found));
  }

  private static ObjectNode credential(String password) {
    return JSON.createObjectNode()
        .put("type", "password")
        .put("value", password)
        .put("temporary", false);
  }

  private ObjectNode get(String username, String token) {
    JsonNode found = http.get(at("/users?exact=true&username=" + username), token);
    if (!(found.path(0) instanceof ObjectNode user)) {
      throw new LauncherException(
          "The account " + username + " is not in the realm. ./shouxin reset makes a new one.");
    }
    return user;
  }

  private static String id(JsonNode user) {
    return user.path("id").asText();
  }

  private URI at(String path) {
    return keycloak.resolve("/admin/realms/shouxin" + path);
  }

  private String token() {
    return http.postForm(
            keycloak.resolve("/realms/master/protocol/openid-connect/token"),
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                administrator,
                "password",
                password))
        .path("access_token")
        .asText();
  }
}
