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
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Passes the caller's own access token on, so that every service decides for the person or partner
 * who asks and never for the gateway. A session gives its access token, never its ID token. The
 * caller's language goes with it, and the idempotency key of a write, by which a copy of a request
 * that arrives again changes nothing (R-CN-02).
 */
@ApplicationScoped
public class CallersToken implements ClientHeadersFactory {
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

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
    String key = header(IDEMPOTENCY_KEY);
    if (key != null) {
      headers.putSingle(IDEMPOTENCY_KEY, key);
    }
    return headers;
  }

  /** The better of our two languages for the caller; nothing else of the header is passed on. */
  private String language() {
    String wanted = header(HttpHeaders.ACCEPT_LANGUAGE);
    return wanted != null && wanted.strip().toLowerCase(Locale.ROOT).startsWith("en")
        ? "en"
        : "zh-CN";
  }

  private @Nullable String header(String name) {
    RoutingContext current = request.getCurrent();
    return current == null ? null : current.request().getHeader(name);
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
