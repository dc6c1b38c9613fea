package org.shouxin.consent.departure;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Before every operation: a customer who moved to another controller is told so, whatever she asks
 * for; her consents, requests and complaints are answered there.
 */
final class DepartedCallers {
  private final CurrentActor actor;
  private final Departures departures;

  @Inject
  DepartedCallers(CurrentActor actor, Departures departures) {
    this.actor = actor;
    this.departures = departures;
  }

  @ServerRequestFilter
  void refuseTheDeparted(ContainerRequestContext request) {
    if (request.getSecurityContext().getUserPrincipal() == null) {
      return;
    }
    Actor caller = actor.get();
    if (caller.kind() == ActorKind.CUSTOMER
        && departures.includes(caller.controller(), caller.requireCustomer())) {
      throw new ProblemException(ProblemCode.CUSTOMER_DEPARTED);
    }
  }
}
