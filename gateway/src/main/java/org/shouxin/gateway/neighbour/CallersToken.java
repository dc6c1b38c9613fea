package org.shouxin.gateway.neighbour;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Passes the caller's own access token on, so that every service decides for the person or partner
 * who asks and never for the gateway. A session gives its access token, never its ID token. The
 * caller's language goes with it.
 */
@ApplicationScoped
public class CallersToken implements ClientHeadersFactory {
  private final SecurityIdentity identity;
  private final CurrentVertxRequest request;

  @Inject
  CallersToken(SecurityIdentity identity, CurrentVertxRequest request) {
    this.identity = identity;
    this.request = request;
  }

  @Override
  public MultivaluedMap<String, String> update(
      MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    headers.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token());
    headers.putSingle(HttpHeaders.ACCEPT_LANGUAGE, language());
    return headers;
  }

  /** The better of our two languages for the caller; nothing else of the header is passed on. */
  private String language() {
    RoutingContext current = request.getCurrent();
    String wanted =
        current == null ? null : current.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return wanted != null && wanted.strip().toLowerCase(Locale.ROOT).startsWith("en")
        ? "en"
        : "zh-CN";
  }

  private String token() {
    AccessTokenCredential session = identity.getCredential(AccessTokenCredential.class);
    if (session != null) {
      return session.getToken();
    }
    TokenCredential bearer = identity.getCredential(TokenCredential.class);
    if (bearer == null || bearer instanceof IdTokenCredential) {
      throw new ProblemException(ProblemCode.UNAUTHENTICATED);
    }
    return bearer.getToken();
  }
}
