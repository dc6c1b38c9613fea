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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.shouxin.launcher.Component;

/**
 * Keycloak's administrator, who has a token of the master realm and can shorten lives of tokens.
 */
public final class KeycloakAdministrator {
  private static final String PASSWORD = "shouxin-demo";

  private final RunningSystem system;
  private final URI keycloak;

  public KeycloakAdministrator(RunningSystem system) {
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

  /** Gives a client another secret, as an operator's rotation does, and returns the old one. */
  String exchangeSecret(String client, String secret) {
    ObjectNode found =
        Caller.send(request("/admin/realms/shouxin/clients?clientId=" + client).GET().build())
            .json()
            .path(0)
            .deepCopy();
    String before = found.path("secret").asText();
    save(found.put("secret", secret));
    return before;
  }

  /** Whether a client gets only tokens that are bound to a key that it proves to have. */
  void bind(String client, boolean bound) {
    ObjectNode found =
        Caller.send(request("/admin/realms/shouxin/clients?clientId=" + client).GET().build())
            .json()
            .path(0)
            .deepCopy();
    found.withObject("attributes").put("dpop.bound.access.tokens", Boolean.toString(bound));
    save(found);
  }

  /** Where tokens are asked for. */
  URI tokens() {
    return keycloak.resolve("/realms/shouxin/protocol/openid-connect/token");
  }

  /** A partner's token, asked for with that proof; empty when it is refused. */
  String tokenWith(String proof, String partner) {
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(tokens())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=client_credentials&client_id="
                        + partner
                        + "&client_secret="
                        + partner.replace("partner-", "")
                        + "-demo-secret"));
    if (!proof.isEmpty()) {
      asked.header("DPoP", proof);
    }
    return Caller.send(asked.build()).json().path("access_token").asText("");
  }

  boolean accepts(String client, String secret) {
    return form(
            "/realms/shouxin/protocol/openid-connect/token",
            "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret)
        .hasNonNull("access_token");
  }

  /** Adds an employee of ctl-donghai with the demo's password. */
  void addPerson(String username, String role, String employeeNo, String branch) {
    addPerson(
        username,
        role,
        Map.of("controller", "ctl-donghai", "employee_no", employeeNo, "branch", branch));
  }

  /** Adds an account of a customer of ctl-donghai, linked to her record. */
  void addCustomer(String username, String customerId) {
    addPerson(username, "customer", Map.of("controller", "ctl-donghai", "customer_id", customerId));
  }

  /** Adds somebody with the demo's password and these attributes, which become claims. */
  public void addPerson(String username, String role, Map<String, String> claims) {
    ObjectNode person = Caller.JSON.createObjectNode();
    person.put("username", username).put("enabled", true);
    ObjectNode attributes = person.putObject("attributes");
    claims.forEach((name, value) -> attributes.putArray(name).add(value));
    person
        .putArray("credentials")
        .addObject()
        .put("type", "password")
        .put("value", PASSWORD)
        .put("temporary", false);
    require(201, send("POST", "/admin/realms/shouxin/users", person));
    grant(username, role);
  }

  private void grant(String username, String role) {
    JsonNode found =
        Caller.send(request("/admin/realms/shouxin/roles/" + role).GET().build()).json();
    require(204, send("POST", rolesPath(username), Caller.JSON.createArrayNode().add(found)));
  }

  /** An access token of somebody added here. */
  public String tokenOf(String username) {
    return tokensOf(username).path("access_token").asText();
  }

  /** What Keycloak answers to somebody's password: both tokens, or an error. */
  JsonNode tokensOf(String username) {
    return tokensOf(username, "shouxin-cli");
  }

  /** An access token of somebody that another client of the realm asked for. */
  String tokenOf(String username, String client) {
    return tokensOf(username, client).path("access_token").asText();
  }

  private JsonNode tokensOf(String username, String client) {
    return form(
        "/realms/shouxin/protocol/openid-connect/token",
        "grant_type=password&client_id="
            + client
            + "&username="
            + username
            + "&password="
            + PASSWORD);
  }

  /** What Keycloak answers to a refresh token. */
  Answer refresh(String refreshToken) {
    return Caller.send(
        HttpRequest.newBuilder(keycloak.resolve("/realms/shouxin/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=refresh_token&client_id=shouxin-cli&refresh_token=" + refreshToken))
            .build());
  }

  boolean isEnabled(String username) {
    return account(username).path("enabled").asBoolean();
  }

  /**
   * Copies a partner's client under another name for another controller.
   *
   * @return an access token of the copy
   */
  public String partnerOf(String controller, String client, String template) {
    ObjectNode copy =
        Caller.send(request("/admin/realms/shouxin/clients?clientId=" + template).GET().build())
            .json()
            .path(0)
            .deepCopy();
    copy.remove("id");
    copy.put("clientId", client).put("secret", PASSWORD);
    for (JsonNode mapper : copy.path("protocolMappers")) {
      ((ObjectNode) mapper).remove("id");
      ObjectNode config = (ObjectNode) mapper.path("config");
      switch (mapper.path("name").asText()) {
        case "partner_id" -> config.put("claim.value", client);
        case "controller" -> config.put("claim.value", controller);
        default -> {}
      }
    }
    require(201, send("POST", "/admin/realms/shouxin/clients", copy));
    String account = "service-account-" + client;
    grant(account, "partner");
    return form(
            "/realms/shouxin/protocol/openid-connect/token",
            "grant_type=client_credentials&client_id=" + client + "&client_secret=" + PASSWORD)
        .path("access_token")
        .asText();
  }

  /** The account of that name as Keycloak keeps it; missing when there is none. */
  JsonNode person(String username) {
    return account(username);
  }

  /** Realm roles of an account. */
  List<String> rolesOf(String username) {
    return Caller.send(request(rolesPath(username)).GET().build()).json().findValuesAsText("name");
  }

  /** Gives an account the demo's password. */
  void setPassword(String username) {
    ObjectNode password = Caller.JSON.createObjectNode();
    password.put("type", "password").put("value", PASSWORD).put("temporary", false);
    require(
        204,
        send(
            "PUT",
            "/admin/realms/shouxin/users/"
                + account(username).path("id").asText()
                + "/reset-password",
            password));
  }

  /**
   * Adds a client of the realm with a role of its own, and gives somebody that role.
   *
   * @param forUs whether its tokens are meant for this product as well
   */
  void addClientWithRole(String client, String role, String username, boolean forUs) {
    ObjectNode added = Caller.JSON.createObjectNode();
    added.put("clientId", client).put("enabled", true).put("publicClient", true);
    added.put("directAccessGrantsEnabled", true).put("fullScopeAllowed", true);
    added.putArray("optionalClientScopes");
    var scopes = added.putArray("defaultClientScopes");
    if (forUs) {
      scopes.add("shouxin");
    }
    ObjectNode mapper = added.putArray("protocolMappers").addObject();
    mapper.put("name", "own roles").put("protocol", "openid-connect");
    mapper.put("protocolMapper", "oidc-usermodel-client-role-mapper");
    mapper
        .putObject("config")
        .put("claim.name", "resource_access.${client_id}.roles")
        .put("jsonType.label", "String")
        .put("multivalued", "true")
        .put("access.token.claim", "true")
        .put("usermodel.clientRoleMapping.clientId", client);
    require(201, send("POST", "/admin/realms/shouxin/clients", added));
    String id =
        Caller.send(request("/admin/realms/shouxin/clients?clientId=" + client).GET().build())
            .json()
            .path(0)
            .path("id")
            .asText();
    String roles = "/admin/realms/shouxin/clients/" + id + "/roles";
    require(201, send("POST", roles, Caller.JSON.createObjectNode().put("name", role)));
    JsonNode found = Caller.send(request(roles + "/" + role).GET().build()).json();
    String person = account(username).path("id").asText();
    require(
        204,
        send(
            "POST",
            "/admin/realms/shouxin/users/" + person + "/role-mappings/clients/" + id,
            Caller.JSON.createArrayNode().add(found)));
  }

  private String rolesPath(String username) {
    return "/admin/realms/shouxin/users/"
        + account(username).path("id").asText()
        + "/role-mappings/realm";
  }

  private JsonNode account(String username) {
    return Caller.send(
            request("/admin/realms/shouxin/users?exact=true&username=" + username).GET().build())
        .json()
        .path(0);
  }

  private Answer send(String method, String path, JsonNode body) {
    return Caller.send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private static void require(int status, Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException("Keycloak answered " + answer.status());
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
