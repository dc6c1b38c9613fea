package org.shouxin.gateway.portal;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.guard.SessionCookies;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Who is signed in: 204 when nobody is, 401 for a session that its browser cannot prove, and never
 * a redirect.
 */
@Path("/portal/session")
@RunOnVirtualThread
public class SessionResource {
  private static final List<Locale> SPOKEN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  private final SecurityIdentity identity;
  private final CurrentActor actor;

  SessionResource(SecurityIdentity identity, CurrentActor actor) {
    this.identity = identity;
    this.actor = actor;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<Session> session(@Context HttpHeaders headers) {
    if (identity.isAnonymous()) {
      if (headers.getCookies().keySet().stream().anyMatch(SessionCookies::include)) {
        throw new ProblemException(ProblemCode.UNAUTHENTICATED);
      }
      return RestResponse.noContent();
    }
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    List<String> roles = identity.getRoles().stream().sorted().toList();
    Session session = new Session(findCustomerId(), roles, language(headers));
    return RestResponse.ResponseBuilder.ok(session).cacheControl(never).build();
  }

  /**
   * Forgets the session's cookies, before a sign-in: one that its browser cannot prove (the key was
   * cleared, or the cookies came from elsewhere) would be nobody's and yet keep a new one away.
   */
  @DELETE
  public RestResponse<Void> forget(
      @Context HttpHeaders headers, @HeaderParam("X-Shouxin-Request") @Nullable String ownScript) {
    if (ownScript == null) {
      throw new ProblemException(ProblemCode.CROSS_SITE_REFUSED);
    }
    NewCookie[] expired =
        headers.getCookies().keySet().stream()
            .filter(SessionCookies::include)
            .map(name -> new NewCookie.Builder(name).path("/").maxAge(0).httpOnly(true).build())
            .toArray(NewCookie[]::new);
    return RestResponse.ResponseBuilder.<Void>noContent().cookie(expired).build();
  }

  private @Nullable String findCustomerId() {
    try {
      var customer = actor.get().customerId();
      return customer == null ? null : customer.toString();
    } catch (ProblemException problem) {
      return switch (problem.code()) {
        case ACCOUNT_NOT_LINKED, FORBIDDEN, CONTROLLER_UNKNOWN -> null;
        default -> throw problem;
      };
    }
  }

  private static String language(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .flatMap(wanted ->
            SPOKEN.stream().filter(known -> known.getLanguage().equals(wanted.getLanguage())))
        .findFirst()
        .orElse(Locale.SIMPLIFIED_CHINESE)
        .toLanguageTag();
  }
}
