package org.shouxin.consent.permission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.agent.PartnerAgents;
import org.shouxin.consent.clearance.Clearance;
import org.shouxin.consent.clearance.Clearances;
import org.shouxin.consent.position.Positions;
import org.shouxin.consent.rightsreview.RightUses;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.problem.ProblemCode;

/**
 * Whether the caller may ask about anybody today: in position, not banned, cleared, the right
 * confirmed (R-AC-03, R-AC-04, R-AC-06, R-AC-07). It depends on the caller and the purpose alone,
 * so it tells nothing about any person. Read in the decision's own transaction; nothing is cached.
 */
@ApplicationScoped
class CallerStanding {
  private final Positions positions;
  private final Clearances clearances;
  private final PartnerAgents agents;
  private final RightUses rights;

  CallerStanding(
      Positions positions, Clearances clearances, PartnerAgents agents, RightUses rights) {
    this.rights = rights;
    this.positions = positions;
    this.clearances = clearances;
    this.agents = agents;
  }

  /** What speaks against the caller, for the explanation and for the caller. */
  record Objection(ReasonCode reason, ProblemCode code) {}

  /** Notes that an employee used a right, for the marks of the next review. */
  void used(Actor actor, String purpose, LocalDate today) {
    if (actor.kind() == ActorKind.EMPLOYEE) {
      rights.note(actor, purpose, today);
    }
  }

  @Nullable Objection objection(Handle handle, Actor actor, String purpose, LocalDate today) {
    return switch (actor.kind()) {
      case EMPLOYEE -> toEmployee(handle, actor, purpose, today);
      case PARTNER ->
          switch (agents.standing(handle, actor.requirePartner(), today)) {
            case CLEARED -> null;
            case NONE_CERTIFIED ->
                new Objection(ReasonCode.TRAINING_REQUIRED, ProblemCode.TRAINING_REQUIRED);
            case ONE_BANNED ->
                new Objection(ReasonCode.CALLER_BANNED, ProblemCode.PARTNER_SUSPENDED);
          };
      case CUSTOMER, SYSTEM, REGULATOR -> null;
    };
  }

  private @Nullable Objection toEmployee(
      Handle handle, Actor actor, String purpose, LocalDate today) {
    return switch (positions.standing(handle, actor, today)) {
      case ENDED -> new Objection(ReasonCode.POSITION_ENDED, ProblemCode.POSITION_ENDED);
      case BANNED -> new Objection(ReasonCode.CALLER_BANNED, ProblemCode.ACCESS_BLOCKED);
      case HELD ->
          switch (clearances.of(handle, actor.id(), today)) {
            case Clearance.Cleared _ ->
                rights.isSuspended(handle, actor, purpose)
                    ? new Objection(ReasonCode.RIGHT_SUSPENDED, ProblemCode.RIGHT_SUSPENDED)
                    : null;
            case Clearance.Missing _, Clearance.Expired _, Clearance.Suspended _ ->
                new Objection(ReasonCode.TRAINING_REQUIRED, ProblemCode.TRAINING_REQUIRED);
          };
    };
  }
}
