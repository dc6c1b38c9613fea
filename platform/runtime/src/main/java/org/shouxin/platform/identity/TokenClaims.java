package org.shouxin.platform.identity;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a verified access token as it carries them. Asking MicroProfile's interface for a
 * claim that its list does not know throws and catches an exception inside, seven times a request
 * for ours; the token's own claims are asked instead.
 */
public final class TokenClaims {
  private TokenClaims() {}

  /** A claim as text; null where the caller has no such claim, or brought no access token. */
  public static @Nullable String text(SecurityIdentity caller, String name) {
    Object value = of(caller).apply(name);
    return value == null ? null : value.toString();
  }

  /** The claims of a caller who brought an access token; none of anybody else. */
  static Function<String, @Nullable Object> of(SecurityIdentity caller) {
    return caller.getPrincipal() instanceof OidcJwtCallerPrincipal token && isAccess(token)
        ? token.getClaims()::getClaimValue
        : _ -> null;
  }

  /**
   * Whether the identity is made from an access token. That of a browser's session is made from an
   * ID token, which says less: its access token has to be asked for by itself.
   */
  static boolean areOf(SecurityIdentity caller) {
    return caller.getPrincipal() instanceof OidcJwtCallerPrincipal token && isAccess(token);
  }

  private static boolean isAccess(OidcJwtCallerPrincipal token) {
    return token.getCredential() instanceof AccessTokenCredential;
  }
}
