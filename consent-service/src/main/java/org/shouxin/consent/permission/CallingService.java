package org.shouxin.consent.permission;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.RememberedTokens;
import org.shouxin.platform.identity.Role;

/**
 * Tells whether one of the product's own services asks on a partner's behalf: beside the partner's
 * token, which says for whom to decide, it sends its own (D-62).
 */
@ApplicationScoped
class CallingService {
  static final String HEADER = "Shouxin-Service-Token";

  private final TenantIdentityProvider identities;
  private final RememberedTokens remembered = new RememberedTokens(Clock.systemUTC());

  CallingService(TenantIdentityProvider identities) {
    this.identities = identities;
  }

  /** True for a valid token of the realm with the role {@code service}. */
  boolean isOurs(@Nullable String token) {
    if (token == null || token.isBlank()) {
      return false;
    }
    SecurityIdentity known = remembered.find(token);
    if (known != null) {
      return known.hasRole(Role.Names.SERVICE);
    }
    try {
      SecurityIdentity verified =
          identities.authenticate(new AccessTokenCredential(token)).await().indefinitely();
      remembered.keep(token, verified);
      return verified.hasRole(Role.Names.SERVICE);
    } catch (AuthenticationFailedException notOurs) {
      return false;
    }
  }
}
