package org.shouxin.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

  private final JwtClaims claims = new JwtClaims();
  private final Map<String, Object> routingData = new HashMap<>();
  private Instant now = NOON;
  private int verifications;
  private final VerifiedTokens tokens = new VerifiedTokens(new Verifier(), () -> now, List.of());

  @Test
  void aTokenIsVerifiedOnceUntilItExpires() {
    claims.setExpirationTime(NumericDate.fromSeconds(NOON.plusSeconds(60).getEpochSecond()));
    RoutingContext first = routing();
    RoutingContext second = routing();
    assertThat(authenticate("one", first).getPrincipal().getName()).isEqualTo("partner-haiyun");
    SecurityIdentity again = authenticate("one", second);
    assertThat(verifications).isEqualTo(1);
    assertThat(again.getPrincipal().getName()).isEqualTo("partner-haiyun");
    assertThat(again.getRoles()).containsExactly("partner");
    assertThat(again.<Object>getAttribute(RoutingContext.class.getName())).isSameAs(second);
    now = NOON.plusSeconds(60);
    authenticate("one", first);
    assertThat(verifications).isEqualTo(2);
  }

  @Test
  void aTokenOfLongLifeIsVerifiedAgainAfterFiveMinutes() {
    claims.setExpirationTime(NumericDate.fromSeconds(NOON.plusSeconds(3_600).getEpochSecond()));
    authenticate("long", routing());
    now = NOON.plus(Duration.ofMinutes(5)).minusMillis(1);
    authenticate("long", routing());
    assertThat(verifications).isEqualTo(1);
    now = NOON.plus(Duration.ofMinutes(5));
    authenticate("long", routing());
    assertThat(verifications).isEqualTo(2);
  }

  @Test
  void anAlteredTokenIsAnotherTokenAndARefusedOneIsNotRemembered() {
    claims.setExpirationTime(NumericDate.fromSeconds(NOON.plusSeconds(60).getEpochSecond()));
    authenticate("one", routing());
    assertThatThrownBy(() -> authenticate("forged", routing()))
        .isInstanceOf(AuthenticationFailedException.class);
    assertThatThrownBy(() -> authenticate("forged", routing()))
        .isInstanceOf(AuthenticationFailedException.class);
    assertThat(verifications).isEqualTo(3);
  }

  @Test
  void aTokenBoundToAKeyAndATokenOfASessionAreVerifiedEveryTime() {
    claims.setExpirationTime(NumericDate.fromSeconds(NOON.plusSeconds(60).getEpochSecond()));
    claims.setClaim("cnf", Map.of("jkt", "abc"));
    authenticate("bound", routing());
    authenticate("bound", routing());
    assertThat(verifications).isEqualTo(2);
    claims.unsetClaim("cnf");
    routingData.put(AuthorizationCodeTokens.class.getName(), "tokens");
    authenticate("session", routing());
    authenticate("session", routing());
    assertThat(verifications).isEqualTo(4);
  }

  private SecurityIdentity authenticate(String token, RoutingContext routing) {
    TokenAuthenticationRequest request =
        new TokenAuthenticationRequest(new AccessTokenCredential(token));
    HttpSecurityUtils.setRoutingContextAttribute(request, routing);
    return tokens.authenticate(request, new NotBlocking()).await().indefinitely();
  }

  private RoutingContext routing() {
    return (RoutingContext)
        Proxy.newProxyInstance(
            RoutingContext.class.getClassLoader(),
            new Class<?>[] {RoutingContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "data" -> routingData;
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** Takes every token but a forged one, and counts. */
  private final class Verifier implements IdentityProvider<TokenAuthenticationRequest> {
    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
      return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
        TokenAuthenticationRequest request, AuthenticationRequestContext context) {
      verifications++;
      if (request.getToken().getToken().equals("forged")) {
        return Uni.createFrom().failure(new AuthenticationFailedException());
      }
      claims.setSubject("partner-haiyun");
      return Uni.createFrom()
          .item(
              QuarkusSecurityIdentity.builder()
                  .setPrincipal(new OidcJwtCallerPrincipal(claims, request.getToken()))
                  .addRole("partner")
                  .addCredential(request.getToken())
                  .addAttribute(
                      RoutingContext.class.getName(),
                      HttpSecurityUtils.getRoutingContextAttribute(request))
                  .build());
    }
  }

  private static final class NotBlocking implements AuthenticationRequestContext {
    @Override
    public Uni<SecurityIdentity> runBlocking(Supplier<SecurityIdentity> work) {
      return Uni.createFrom().item(work);
    }
  }
}
