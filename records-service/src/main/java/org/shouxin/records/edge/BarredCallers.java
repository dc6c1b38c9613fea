package org.shouxin.records.edge;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.records.access.Barred;

/** Before every operation of this service: whoever is blocked goes no further (R-AC-07). */
final class BarredCallers {
  private final CurrentActor actor;
  private final Barred barred;

  @Inject
  BarredCallers(CurrentActor actor, Barred barred) {
    this.actor = actor;
    this.barred = barred;
  }

  @ServerRequestFilter
  void refuseTheBarred(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (path.startsWith("/v1/") || path.startsWith("v1/")) {
      barred.requireNot(actor.get());
    }
  }
}
