package org.shouxin.gateway.guard;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Keeps other sites from using a person's session: a request without a bearer token, which then
 * rests on the session cookie, comes from our own pages ({@code Origin}) or, where the browser
 * sends no {@code Origin}, carries a header that no form and no simple request can set.
 *
 * @param own our origin as the caller sees it, for example {@code https://portal.example}
 * @param header value of {@link #OWN_HEADER}: any will do, its presence needs our own script
 */
record OriginCheck(
    String own, @Nullable String authorization, @Nullable String origin, @Nullable String header) {
  static final String OWN_HEADER = "X-Shouxin-Request";

  static OriginCheck of(HttpServerRequest request) {
    return new OriginCheck(
        request.scheme() + "://" + request.authority(),
        request.getHeader(HttpHeaders.AUTHORIZATION),
        request.getHeader(HttpHeaders.ORIGIN),
        request.getHeader(OWN_HEADER));
  }

  /**
   * Lets a request pass.
   *
   * @throws ProblemException {@code CROSS_SITE_REFUSED}
   */
  void requireOwnSite() {
    boolean allowed =
        authorization != null || (origin == null ? header != null : origin.equals(own));
    if (!allowed) {
      throw new ProblemException(ProblemCode.CROSS_SITE_REFUSED);
    }
  }
}
