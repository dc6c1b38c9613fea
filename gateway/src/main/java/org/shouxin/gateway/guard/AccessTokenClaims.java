package org.shouxin.gateway.guard;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The claims of the access token behind an identity that was verified already. A session's
 * principal is its ID token, which does not say who the person is to the services.
 */
final class AccessTokenClaims {
  private AccessTokenClaims() {}

  /** All claims; none for an identity without a token. */
  static Map<String, Object> of(SecurityIdentity caller) {
    String token = token(caller);
    String[] parts = token == null ? new String[0] : token.split("\\.", -1);
    return parts.length == 3
        ? new JsonObject(
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
            .getMap()
        : Map.of();
  }

  /**
   * When the person last signed in; null without a token. Where the identity provider does not say
   * (password grant), the token's own age has to do.
   */
  static @Nullable Instant signedInAt(SecurityIdentity caller) {
    Map<String, Object> token = of(caller);
    Object said = token.getOrDefault("auth_time", token.get("iat"));
    return said == null ? null : Instant.ofEpochSecond(Long.parseLong(said.toString()));
  }

  /** The access token itself. */
  static @Nullable String token(SecurityIdentity caller) {
    AccessTokenCredential session = caller.getCredential(AccessTokenCredential.class);
    if (session != null) {
      return session.getToken();
    }
    TokenCredential bearer = caller.getCredential(TokenCredential.class);
    return bearer == null ? null : bearer.getToken();
  }
}
