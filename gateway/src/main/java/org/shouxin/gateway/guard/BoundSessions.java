package org.shouxin.gateway.guard;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A session belongs to the browser that signed in. Before the sign-in the page makes a key pair
 * whose private half no script can read, and names it in a cookie; the sign-in seals that name
 * together with the session. From then on a request that rests on the session needs a proof by that
 * key. Cookies that were taken to another browser are worth nothing: whoever brings them is nobody.
 */
@ApplicationScoped
class BoundSessions implements SecurityIdentityAugmentor {
  /** The key's thumbprint, written by the page for its next sign-in. */
  static final String NAMED = "shouxin_key";

  /** The thumbprint and its seal. */
  static final String SEALED = "shouxin_bound";

  private static final String SESSION = SessionCookies.SESSION;
  private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** Where a browser goes without a script of ours, and gets nothing of anybody. */
  private static final Set<String> WITHOUT_SCRIPT = Set.of("/sign-in", "/sign-out");

  private final KeyHolders holders;
  private final SecretKeySpec secret;
  private final boolean secure;

  @Inject
  BoundSessions(
      KeyHolders holders,
      @ConfigProperty(name = "quarkus.oidc.token-state-manager.encryption-secret") String secret,
      @ConfigProperty(name = "quarkus.oidc.authentication.cookie-force-secure") boolean secure) {
    this.holders = holders;
    this.secret =
        new SecretKeySpec(
            ("session binding " + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    this.secure = secure;
  }

  /** Seals the key at a sign-in; a refresh, which brings the session along, seals nothing. */
  void signedIn(@Observes SecurityEvent event) {
    SecurityIdentity identity = event.getSecurityIdentity();
    if (event.getEventType() != SecurityEvent.Type.OIDC_LOGIN || identity == null) {
      return;
    }
    RoutingContext routing = identity.getAttribute(RoutingContext.class.getName());
    if (routing == null || hasSession(routing)) {
      return;
    }
    Cookie named = routing.request().getCookie(NAMED);
    if (named != null && THUMBPRINT.matcher(named.getValue()).matches()) {
      routing
          .response()
          .addCookie(
              Cookie.cookie(SEALED, named.getValue() + "." + seal(identity, named.getValue()))
                  .setPath("/")
                  .setHttpOnly(true)
                  .setSecure(secure || routing.request().isSSL())
                  .setSameSite(CookieSameSite.LAX));
    }
  }

  /** By the header: among its cookies a request of Vert.x counts those of its own answer. */
  private static boolean hasSession(RoutingContext routing) {
    return routing.request().headers().getAll(HttpHeaders.COOKIE).stream()
        .anyMatch(cookies -> cookies.contains(SESSION + "=") || cookies.contains(SESSION + "_"));
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    RoutingContext routing = identity.getAttribute(RoutingContext.class.getName());
    boolean mayPass =
        identity.getCredential(IdTokenCredential.class) == null
            || routing != null
                && (WITHOUT_SCRIPT.contains(routing.normalizedPath())
                    || isThatBrowser(identity, routing));
    return Uni.createFrom()
        .item(mayPass ? identity : QuarkusSecurityIdentity.builder().setAnonymous(true).build());
  }

  private boolean isThatBrowser(SecurityIdentity identity, RoutingContext routing) {
    Cookie sealed = routing.request().getCookie(SEALED);
    String[] parts = sealed == null ? new String[0] : sealed.getValue().split("\\.", -1);
    return parts.length == 2
        && MessageDigest.isEqual(
            parts[1].getBytes(StandardCharsets.US_ASCII),
            seal(identity, parts[0]).getBytes(StandardCharsets.US_ASCII))
        && holders.isProven(routing.request(), parts[0], null);
  }

  private String seal(SecurityIdentity identity, String thumbprint) {
    Object session =
        identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim("sid") : null;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      byte[] sealed = mac.doFinal((session + " " + thumbprint).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC is part of every JDK", impossible);
    }
  }
}
