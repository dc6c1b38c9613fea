package org.shouxin.gateway.guard;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Keeps other sites from using a person's session: a request without a bearer token, which then
 * rests on the session cookie, comes from our own pages ({@code Origin}) or carries a header that
 * no form and no simple request can set.
 */
final class OriginCheck {
  /** Any value will do; its presence needs our own script. */
  static final String OWN_HEADER = "X-Shouxin-Request";

  private OriginCheck() {}

  /**
   * Lets a request pass.
   *
   * @throws ProblemException {@code CROSS_SITE_REFUSED}
   */
  static void requireOwnSite(HttpServerRequest request) {
    if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
      return;
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    boolean own =
        origin == null
            ? request.getHeader(OWN_HEADER) != null
            : origin.equals(request.scheme() + "://" + request.authority());
    if (!own) {
      throw new ProblemException(ProblemCode.CROSS_SITE_REFUSED);
    }
  }
}
