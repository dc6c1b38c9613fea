package org.shouxin.records.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.correction.propagation.Propagations;
import org.shouxin.records.customer.Provenance;
import org.shouxin.records.customer.StatementOfOneFact;
import org.shouxin.records.vault.FieldPlace;

/**
 * Ends a proposal: the value becomes a verified statement beside the older ones, its recipients are
 * told, and the events carry keyed hashes of both values; or it is rejected.
 */
@ApplicationScoped
class Deciding {
  private final StatementOfOneFact statements;
  private final Propagations propagations;
  private final Instance<CorrectionListener> listeners;
  private final AuditOutbox outbox;
  private final Clock clock;

  Deciding(
      StatementOfOneFact statements,
      Propagations propagations,
      @Any Instance<CorrectionListener> listeners,
      AuditOutbox outbox,
      Clock clock) {
    this.statements = statements;
    this.propagations = propagations;
    this.listeners = listeners;
    this.outbox = outbox;
    this.clock = clock;
  }

  Correction apply(Handle handle, Actor decider, Correction correction, PersonalFile file) {
    close(handle, decider, correction, Correction.State.APPLIED);
    String value =
        file.key().open(place(correction, decider).column("value"), correction.sealedValue());
    Optional<String> before = file.said(correction.fact());
    Provenance provenance =
        new Provenance(
            "correction:" + correction.id(),
            clock.instant(),
            decider.kind().label() + ":" + decider.id(),
            clock.instant());
    statements.add(handle, file.customer(), correction.fact(), value, provenance, file.key());
    outbox.record(
        handle,
        event(decider, "correction.verified", correction).build(),
        event(decider, "record.updated", correction)
            .change(
                before
                    .map(old -> statements.hash(decider.controller(), correction.fact(), old))
                    .orElse(null),
                statements.hash(decider.controller(), correction.fact(), value))
            .build());
    propagations.start(
        handle,
        decider.controller(),
        correction.id(),
        correction.customer(),
        correction.fact().wire());
    for (CorrectionListener listener : listeners) {
      listener.applied(
          handle, decider, correction.customer(), correction.fact().wire(), correction.id());
    }
    return correction.closed(Correction.State.APPLIED);
  }

  Correction reject(Handle handle, Actor decider, Correction correction) {
    close(handle, decider, correction, Correction.State.REJECTED);
    outbox.record(handle, event(decider, "correction.rejected", correction).build());
    return correction.closed(Correction.State.REJECTED);
  }

  AuditEvents event(Actor actor, String type, Correction correction) {
    return AuditEvents.of(actor, type, clock)
        .subject(correction.customer())
        .resource("correction", correction.id().toString(), List.of(correction.fact().wire()));
  }

  static FieldPlace place(Correction correction, Actor actor) {
    return new FieldPlace(
        actor.controller(), correction.customer(), "correction", "", correction.id());
  }

  private void close(
      Handle handle, Actor decider, Correction correction, Correction.State outcome) {
    if (!CorrectionTable.decide(handle, decider, correction.id(), outcome, clock.instant())) {
      throw new ProblemException(ProblemCode.CORRECTION_STATE_CONFLICT);
    }
  }
}
