package org.shouxin.gateway.guard;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A partner that is registered as bound gets tokens that name its key ({@code cnf.jkt}); such a
 * token is worth nothing without a proof by that key for each request (DPoP, RFC 9449). Whoever
 * stole it is refused like anybody without a token. Behind the edge the token goes on as it is:
 * services are reached by each other only.
 */
@ApplicationScoped
class BoundTokens implements SecurityIdentityAugmentor {
  /** Before authentication (200), which knows one scheme. */
  private static final int BEFORE_AUTHENTICATION = 450;

  private static final String SCHEME = "DPoP ";
  private static final String BY_SCHEME = BoundTokens.class.getName();
  private static final String PROVEN = BY_SCHEME + " proven";

  private final KeyHolders holders;

  @Inject
  BoundTokens(KeyHolders holders) {
    this.holders = holders;
  }

  void register(@Observes Filters filters) {
    filters.register(BoundTokens::readScheme, BEFORE_AUTHENTICATION);
  }

  /** {@code Authorization: DPoP TOKEN} is read as a bearer's, and remembered to need its proof. */
  private static void readScheme(RoutingContext routing) {
    String authorization = routing.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      routing.put(BY_SCHEME, true);
      routing
          .request()
          .headers()
          .set(HttpHeaders.AUTHORIZATION, "Bearer " + authorization.substring(SCHEME.length()));
    }
    routing.next();
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return augment(identity, context, Map.of());
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity,
      AuthenticationRequestContext context,
      Map<String, Object> attributes) {
    RoutingContext routing = HttpSecurityUtils.getRoutingContextAttribute(attributes);
    String key = keyOf(identity);
    boolean claimed = routing != null && routing.get(BY_SCHEME) != null;
    if (key == null && !claimed) {
      return Uni.createFrom().item(identity);
    }
    return key != null && claimed && isProven(routing, key, identity)
        ? Uni.createFrom().item(identity)
        : Uni.createFrom().failure(new AuthenticationFailedException());
  }

  /** A request may be authenticated more than once, its proof counts once. */
  private boolean isProven(RoutingContext routing, String key, SecurityIdentity identity) {
    String token = AccessTokenClaims.token(identity);
    if (routing.get(PROVEN) == null
        && token != null
        && holders.isProven(routing.request(), key, token)) {
      routing.put(PROVEN, key);
    }
    return key.equals(routing.get(PROVEN));
  }

  /** The thumbprint of the key to which the caller's token is bound. */
  private static @Nullable String keyOf(SecurityIdentity identity) {
    return AccessTokenClaims.of(identity).get("cnf") instanceof Map<?, ?> confirmation
            && confirmation.get("jkt") instanceof String thumbprint
        ? thumbprint
        : null;
  }
}
