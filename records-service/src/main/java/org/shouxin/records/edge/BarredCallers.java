package org.shouxin.records.edge;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.records.access.Barred;
import org.shouxin.records.access.request.LockedUntilReviewed;

/** Before every operation of this service: whoever is blocked goes no further (R-AC-07). */
final class BarredCallers {
  private final CurrentActor actor;
  private final Barred barred;
  private final LockedUntilReviewed locked;

  @Inject
  BarredCallers(CurrentActor actor, Barred barred, LockedUntilReviewed locked) {
    this.actor = actor;
    this.barred = barred;
    this.locked = locked;
  }

  @ServerRequestFilter
  void refuseTheBarred(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (path.startsWith("/v1/") || path.startsWith("v1/")) {
      barred.requireNot(actor.get());
      if (locked.includes(actor.get())) {
        throw barred.refusal(actor.get(), ProblemCode.ACCESS_BLOCKED);
      }
    }
  }
}
