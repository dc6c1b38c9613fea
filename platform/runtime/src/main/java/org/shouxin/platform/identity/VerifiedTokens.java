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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies a bearer token once and remembers, by the token's SHA-256, who it speaks for until it
 * expires, but never longer than five minutes: checking the same RS256 signature at every request
 * costs more than answering it. Tokens that are bound to a key or certificate ({@code cnf}, RFC
 * 7800) are verified every time, since the binding is a matter of the request. Who is remembered is
 * an identity, never a permission: what she may do is decided anew for each read.
 */
@ApplicationScoped
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {
  private static final int MOST = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int BEFORE_THE_DEFAULT = IdentityProvider.SYSTEM_FIRST + 1_000;
  private static final Set<String> OF_THE_REQUEST =
      Set.of(RoutingContext.class.getName(), AuthenticationRequestContext.class.getName());

  private final IdentityProvider<TokenAuthenticationRequest> verifier;
  private final InstantSource time;
  private final Iterable<RejectedTokens> watchers;
  private final ConcurrentMap<String, Verified> verified = new ConcurrentHashMap<>();

  private record Verified(SecurityIdentity identity, Instant until) {}

  /** Tokens expire by the real time, whatever the services' clock says. */
  @Inject
  VerifiedTokens(
      OidcIdentityProvider verifier, MeterRegistry metrics, Instance<RejectedTokens> watchers) {
    this(verifier, Clock.systemUTC(), watchers);
    metrics.gaugeMapSize("shouxin.tokens.remembered", Tags.empty(), verified);
  }

  VerifiedTokens(
      IdentityProvider<TokenAuthenticationRequest> verifier,
      InstantSource time,
      Iterable<RejectedTokens> watchers) {
    this.verifier = verifier;
    this.time = time;
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
    String key = digest(bearer.getToken());
    Verified known = verified.get(key);
    if (known != null && time.instant().isBefore(known.until())) {
      return Uni.createFrom().item(forRequest(known.identity(), routing, context));
    }
    return verifier
        .authenticate(request, context)
        .invoke(identity -> remember(key, identity))
        .onFailure()
        .invoke(failure -> tell(bearer.getToken(), failure));
  }

  private void tell(String token, Throwable failure) {
    RejectedToken.of(token, failure)
        .ifPresent(rejected -> watchers.forEach(watcher -> watcher.rejected(rejected)));
  }

  private void remember(String key, SecurityIdentity identity) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.containsClaim("cnf")) {
      return;
    }
    Instant now = time.instant();
    Instant expires = Instant.ofEpochSecond(token.getExpirationTime());
    Instant until = expires.isBefore(now.plus(LONGEST)) ? expires : now.plus(LONGEST);
    if (verified.size() >= MOST) {
      verified.values().removeIf(one -> !now.isBefore(one.until()));
    }
    if (verified.size() < MOST) {
      verified.put(key, new Verified(withoutRequest(identity), until));
    }
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

  private static String digest(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
