package org.shouxin.platform.identity;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a verified token as it carries them. Asking MicroProfile's interface for a claim
 * that its list does not know throws and catches an exception inside, seven times a request for
 * ours; the token's own claims are asked instead.
 */
public final class TokenClaims {
  private TokenClaims() {}

  /** A claim as text; null where the caller has no such claim, or no token. */
  public static @Nullable String text(SecurityIdentity caller, String name) {
    Object value = value(caller, name);
    return value == null ? null : value.toString();
  }

  /** Names in {@code realm_access.roles}; empty where there are none. */
  static Collection<String> realmRoles(SecurityIdentity caller) {
    return value(caller, "realm_access") instanceof JsonObject access
            && access.get("roles") instanceof JsonArray roles
        ? roles.getValuesAs(JsonString::getString)
        : List.of();
  }

  private static @Nullable Object value(SecurityIdentity caller, String name) {
    return caller.getPrincipal() instanceof OidcJwtCallerPrincipal token
        ? token.getClaims().getClaimValue(name)
        : null;
  }
}
