package org.shouxin.gateway.guard;

import io.quarkus.oidc.OIDCException;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Who wants to sign in or out while Keycloak is away gets the portal's page back, which says so;
 * programs get {@code SERVICE_UNAVAILABLE} at their own doors. Who signs out is signed out of this
 * browser all the same.
 */
@ApplicationScoped
class SignInOutage {
  private static final String SIGN_OUT = "/sign-out";
  private static final List<String> DOORS = List.of("/sign-in", SIGN_OUT);
  private static final String PAGE = "/?away";

  /** Before the general handler of failures, which would answer with a fault of ours. */
  private static final int ORDER = -150;

  void register(@Observes Router router) {
    DOORS.forEach(door -> router.route(door).order(ORDER).failureHandler(SignInOutage::fail));
  }

  private static void fail(RoutingContext routing) {
    if (routing.failure() instanceof OIDCException && !routing.response().ended()) {
      if (SIGN_OUT.equals(routing.request().path())) {
        forgetSession(routing);
      }
      routing.response().setStatusCode(303).putHeader(HttpHeaders.LOCATION, PAGE).end();
    } else {
      routing.next();
    }
  }

  private static void forgetSession(RoutingContext routing) {
    routing.request().cookies().stream()
        .map(Cookie::getName)
        .filter(SessionCookies::include)
        .distinct()
        .forEach(name ->
            routing
                .response()
                .addCookie(Cookie.cookie(name, "").setPath("/").setHttpOnly(true).setMaxAge(0)));
  }
}
