package org.shouxin.platform.identity;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;

/**
 * Verifies a bearer token once: checking the same RS256 signature at every request costs more than
 * answering it ({@link RememberedTokens}). Who is remembered is an identity, never a permission:
 * what she may do is decided anew for each read.
 */
@ApplicationScoped
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {
  private static final int BEFORE_THE_DEFAULT = IdentityProvider.SYSTEM_FIRST + 1_000;
  private static final Set<String> OF_THE_REQUEST =
      Set.of(RoutingContext.class.getName(), AuthenticationRequestContext.class.getName());

  private final IdentityProvider<TokenAuthenticationRequest> verifier;
  private final RememberedTokens remembered;
  private final Iterable<RejectedTokens> watchers;

  /** Tokens expire by the real time, whatever the services' clock says. */
  @Inject
  VerifiedTokens(
      OidcIdentityProvider verifier, MeterRegistry metrics, Instance<RejectedTokens> watchers) {
    this(verifier, Clock.systemUTC(), watchers);
    metrics.gaugeMapSize("shouxin.tokens.remembered", Tags.empty(), remembered.byDigest());
  }

  VerifiedTokens(
      IdentityProvider<TokenAuthenticationRequest> verifier,
      InstantSource time,
      Iterable<RejectedTokens> watchers) {
    this.verifier = verifier;
    this.remembered = new RememberedTokens(time);
    this.watchers = watchers;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public int priority() {
    return BEFORE_THE_DEFAULT;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    RoutingContext routing = HttpSecurityUtils.getRoutingContextAttribute(request);
    if (routing == null
        || !(request.getToken() instanceof AccessTokenCredential bearer)
        || routing.data().containsKey(AuthorizationCodeTokens.class.getName())) {
      return verifier.authenticate(request, context);
    }
    SecurityIdentity known = remembered.find(bearer.getToken());
    if (known != null) {
      return Uni.createFrom().item(forRequest(known, routing, context));
    }
    return verifier
        .authenticate(request, context)
        .invoke(identity -> remembered.keep(bearer.getToken(), withoutRequest(identity)))
        .onFailure()
        .invoke(failure -> tell(bearer.getToken(), failure));
  }

  private void tell(String token, Throwable failure) {
    RejectedToken.of(token, failure)
        .ifPresent(rejected -> watchers.forEach(watcher -> watcher.rejected(rejected)));
  }

  /** Who the token speaks for, without anything of the request that brought it. */
  private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
    QuarkusSecurityIdentity.Builder builder =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(identity.getPrincipal())
            .addRoles(identity.getRoles())
            .addCredentials(identity.getCredentials());
    identity
        .getAttributes()
        .forEach((name, value) -> {
          if (!OF_THE_REQUEST.contains(name)) {
            builder.addAttribute(name, value);
          }
        });
    return builder.build();
  }

  private static SecurityIdentity forRequest(
      SecurityIdentity identity, RoutingContext routing, AuthenticationRequestContext context) {
    return QuarkusSecurityIdentity.builder(identity)
        .addAttribute(RoutingContext.class.getName(), routing)
        .addAttribute(AuthenticationRequestContext.class.getName(), context)
        .build();
  }
}
