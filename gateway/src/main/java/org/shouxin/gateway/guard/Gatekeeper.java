package org.shouxin.gateway.guard;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Lets a request in that is not GraphQL as {@code /graphql} lets one in: somebody known, from our
 * own pages or with a token, at the agreed pace, and not blocked. What the caller may do is decided
 * by the service that is asked.
 */
@ApplicationScoped
public class Gatekeeper {
  private final SecurityIdentity identity;
  private final CurrentVertxRequest request;
  private final CallRate rate;
  private final BlockedCallers blocked;

  @Inject
  Gatekeeper(
      SecurityIdentity identity,
      CurrentVertxRequest request,
      CallRate rate,
      BlockedCallers blocked) {
    this.identity = identity;
    this.request = request;
    this.rate = rate;
    this.blocked = blocked;
  }

  /**
   * Lets the current request pass; one that comes too early is told when to come again.
   *
   * @throws ProblemException {@code UNAUTHENTICATED}, {@code CROSS_SITE_REFUSED}, {@code
   *     RATE_LIMITED}, {@code ACCESS_BLOCKED}, {@code STEP_UP_REQUIRED}
   */
  public void admit() {
    if (identity.isAnonymous()) {
      throw new ProblemException(ProblemCode.UNAUTHENTICATED);
    }
    OriginCheck.of(request.getCurrent().request()).requireOwnSite();
    Duration wait = rate.take(identity, blocked.isUnusual(identity));
    if (!wait.isZero()) {
      request.getCurrent().response().putHeader("Retry-After", CallRate.retryAfter(wait));
      throw new ProblemException(ProblemCode.RATE_LIMITED);
    }
    blocked.requireNot(identity);
  }
}
