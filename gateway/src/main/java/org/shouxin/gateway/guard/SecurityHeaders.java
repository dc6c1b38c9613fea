package org.shouxin.gateway.guard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The headers that every answer of the gateway carries. */
@ApplicationScoped
class SecurityHeaders {
  private static final String GRAPHIQL = "/q/graphql-ui";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  /** GraphiQL's editor writes style attributes; it is served only where introspection is on. */
  private static final String GRAPHIQL_POLICY =
      POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

  void register(@Observes Filters filters) {
    filters.register(SecurityHeaders::add, 500);
  }

  private static void add(RoutingContext routing) {
    String path = routing.normalizedPath();
    routing.addHeadersEndHandler(
        sending -> complete(routing.response().headers(), path.startsWith(GRAPHIQL)));
    routing.next();
  }

  /** Adds what nobody set: the portal's pages have a stricter policy of their own. */
  private static void complete(MultiMap headers, boolean graphiql) {
    setIfAbsent(headers, "Content-Security-Policy", graphiql ? GRAPHIQL_POLICY : POLICY);
    setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
    setIfAbsent(headers, "X-Frame-Options", "DENY");
    setIfAbsent(headers, "Referrer-Policy", "no-referrer");
    setIfAbsent(headers, "Cross-Origin-Opener-Policy", "same-origin");
    setIfAbsent(headers, "Cross-Origin-Resource-Policy", "same-origin");
    setIfAbsent(
        headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    setIfAbsent(headers, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  }

  private static void setIfAbsent(MultiMap headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }
}
