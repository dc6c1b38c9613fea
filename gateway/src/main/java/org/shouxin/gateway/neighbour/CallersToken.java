package org.shouxin.gateway.neighbour;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Passes the caller's own access token on, so that every service decides for the person or partner
 * who asks and never for the gateway. A session gives its access token, never its ID token.
 */
@ApplicationScoped
public class CallersToken implements ClientHeadersFactory {
  private final SecurityIdentity identity;

  @Inject
  CallersToken(SecurityIdentity identity) {
    this.identity = identity;
  }

  @Override
  public MultivaluedMap<String, String> update(
      MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    headers.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token());
    return headers;
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
