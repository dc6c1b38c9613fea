package org.shouxin.records.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Refusals that are events: self-approval, expired grants, the second of two decisions. */
@ApplicationScoped
public class LoggedRefusals {
  private final AuditOutbox outbox;
  private final Clock clock;

  LoggedRefusals(AuditOutbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The refusal to throw, once its event is durable. */
  public ProblemException of(Actor actor, ProblemCode code, String resource, UUID id) {
    outbox.recordDurably(
        List.of(
            AuditEvents.of(actor, "access.denied", clock)
                .resource(resource, id.toString())
                .reason(code.name())
                .build()));
    return new ProblemException(code);
  }
}
