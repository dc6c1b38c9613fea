package org.shouxin.consent.position;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Before every operation of this service but the decision, which says so itself: whoever has left,
 * moved on or is banned goes no further, whatever the token still says (R-AC-03, R-AC-07).
 */
final class EndedCallers {
  private final SecurityIdentity identity;
  private final CurrentActor current;
  private final Positions positions;
  private final Database database;
  private final AuditOutbox audit;
  private final Clock clock;

  @Inject
  EndedCallers(
      SecurityIdentity identity,
      CurrentActor current,
      Positions positions,
      Database database,
      AuditOutbox audit,
      Clock clock) {
    this.identity = identity;
    this.current = current;
    this.positions = positions;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  @ServerRequestFilter
  void refuseTheEnded(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    boolean ours = path.startsWith("/v1/") || path.startsWith("v1/");
    if (!ours || path.endsWith("v1/permission/decisions") || identity.isAnonymous()) {
      return;
    }
    Actor actor = current.get();
    if (actor.kind() != ActorKind.EMPLOYEE) {
      return;
    }
    LocalDate today = BusinessTime.today(clock);
    switch (database.read(actor.controller(), handle -> positions.standing(handle, actor, today))) {
      case HELD -> {}
      case ENDED -> throw refusal(actor, ProblemCode.POSITION_ENDED);
      case BANNED -> throw refusal(actor, ProblemCode.ACCESS_BLOCKED);
    }
  }

  private ProblemException refusal(Actor actor, ProblemCode code) {
    audit.recordDurably(
        List.of(AuditEvents.of(actor, "access.denied", clock).reason(code.name()).build()));
    return new ProblemException(code);
  }
}
