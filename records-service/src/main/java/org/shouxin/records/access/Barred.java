package org.shouxin.records.access;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.block.Block;
import org.shouxin.platform.block.Blocks;
import org.shouxin.platform.block.Standing;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Keeps out whom the monitor has blocked (R-AU-03, R-AC-07). Employees are told so, with an event
 * for each attempt. A partner is not told: its reads take the way of people who did not consent.
 */
@RequestScoped
public class Barred {
  private static final String AUTHENTICATED_AT = "auth_time";
  private static final String ISSUED_AT = "iat";

  private final Blocks blocks;
  private final JsonWebToken token;
  private final AuditOutbox outbox;
  private final Clock clock;

  Barred(Blocks blocks, JsonWebToken token, AuditOutbox outbox, Clock clock) {
    this.blocks = blocks;
    this.token = token;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Whether a partner's reads are to be refused in silence. */
  public boolean isSilently(Actor actor) {
    return actor.kind() == ActorKind.PARTNER && standing(actor) instanceof Standing.Out;
  }

  /**
   * Refuses employees who are kept out.
   *
   * @throws ProblemException {@code ACCESS_BLOCKED}; {@code STEP_UP_REQUIRED} for a token of a
   *     sign-in before the score rose
   */
  public void requireNot(Actor actor) {
    if (actor.kind() != ActorKind.EMPLOYEE) {
      return;
    }
    switch (standing(actor)) {
      case Standing.Open() -> {}
      case Standing.StepUp() -> throw refusal(actor, ProblemCode.STEP_UP_REQUIRED);
      case Standing.Out() -> throw refusal(actor, ProblemCode.ACCESS_BLOCKED);
    }
  }

  private Standing standing(Actor actor) {
    return blocks.of(
        new Block.Subject(actor.controller().value(), actor.kind().label(), actor.id()),
        signedInAt());
  }

  /**
   * When the person gave her credentials; where the identity provider does not say (password
   * grant), when the token was issued. The names are asked first: the value of a time that is not
   * there is 0 and not null.
   */
  private @Nullable Instant signedInAt() {
    String claim = token.getClaimNames().contains(AUTHENTICATED_AT) ? AUTHENTICATED_AT : ISSUED_AT;
    Object time = token.getClaim(claim);
    return time == null ? null : Instant.ofEpochSecond(Long.parseLong(time.toString()));
  }

  /** The refusal of an employee who is kept out, once its event is durable. */
  public ProblemException refusal(Actor actor, ProblemCode code) {
    outbox.recordDurably(
        List.of(
            AuditEvents.of(actor, "access.denied", clock)
                .reason(ProblemCode.ACCESS_BLOCKED.name())
                .build()));
    return new ProblemException(code);
  }
}
