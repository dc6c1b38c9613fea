package org.shouxin.launcher.keycloak;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.LauncherException;

/** Access tokens for the people and clients of the demo realm. */
public final class TokenEndpoint {
  private final URI issuer;
  private final DemoRealm realm;
  private final Http http = new Http();

  TokenEndpoint(URI issuer, DemoRealm realm) {
    this.issuer = issuer;
    this.realm = realm;
  }

  /** The token endpoint of a realm that runs there, for the commands beside a running launcher. */
  public static TokenEndpoint at(URI keycloak) {
    return new TokenEndpoint(keycloak.resolve("/realms/shouxin"), DemoRealm.read());
  }

  /** True when the demo realm has a person or client of that name. */
  public boolean knows(String name) {
    return realm.secretOf(name).isPresent() || realm.passwordOf(name).isPresent();
  }

  /**
   * An access token, valid for five minutes.
   *
   * @param name a person ({@code li.lei}) or a client ({@code partner-haiyun}) of the demo realm
   */
  public String accessToken(String name) {
    Optional<String> secret = realm.secretOf(name);
    if (secret.isPresent()) {
      return clientToken(name, secret.get());
    }
    String password =
        realm
            .passwordOf(name)
            .orElseThrow(() ->
                new LauncherException(
                    "There is no person or client of that name in the demo realm. Try li.lei,"
                        + " wang.manager or partner-haiyun."));
    return personToken(name, password);
  }

  /** An access token of a client with a secret of its own. */
  public String clientToken(String client, String secret) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", client);
    form.put("client_secret", secret);
    return token(form);
  }

  /** An access token of a person with a password of her own. */
  public String personToken(String username, String password) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "password");
    form.put("client_id", "shouxin-cli");
    form.put("username", username);
    form.put("password", password);
    return token(form);
  }

  private String token(Map<String, String> form) {
    return http.postForm(URI.create(issuer + "/protocol/openid-connect/token"), form)
        .path("access_token")
        .asText();
  }
}
