package org.shouxin.launcher.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.LauncherException;

/** Keycloak's administration of accounts, as far as the demo needs it. */
public final class Accounts {
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
    String token =
        http.postForm(
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
    JsonNode found =
        http.get(
            keycloak.resolve("/admin/realms/shouxin/users?exact=true&username=" + username), token);
    if (!(found.path(0) instanceof ObjectNode user)) {
      throw new LauncherException(
          "The account " + username + " is not in the realm. ./shouxin reset makes a new one.");
    }
    user.withObject("attributes").putArray(attribute).add(value);
    http.put(
        keycloak.resolve("/admin/realms/shouxin/users/" + user.path("id").asText()), token, user);
  }
}
