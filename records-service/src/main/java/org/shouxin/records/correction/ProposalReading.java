package org.shouxin.records.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.DailyLimits;
import org.shouxin.records.disclosure.FieldAccess;
import org.shouxin.records.disclosure.mask.FreeText;
import org.shouxin.records.disclosure.mask.Masks;

/**
 * Shows a proposal to whoever decides it: decided, counted and recorded like any other read, masked
 * by the grade in force.
 */
@ApplicationScoped
class ProposalReading {
  /** Identify and verify (DR-10): supervisors and compliance officers alike may read for it. */
  private static final String PURPOSE = "P-01";

  private final Database database;
  private final PersonalFiles files;
  private final FieldAccess access;
  private final DailyLimits limits;
  private final AuditOutbox outbox;
  private final Clock clock;

  ProposalReading(
      Database database,
      PersonalFiles files,
      FieldAccess access,
      DailyLimits limits,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.access = access;
    this.limits = limits;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The proposal, once its reading is on record.
   *
   * @throws ProblemException {@code CORRECTION_NOT_FOUND}; {@code FOUR_EYES} for the proposer;
   *     {@code CORRECTION_STATE_CONFLICT} when it was decided; what a refused read is told
   */
  ProposedChange of(Actor decider, UUID id) {
    CorrectionTable.WithEvidence found =
        database
            .read(
                decider.controller(),
                handle -> CorrectionTable.findWithEvidence(handle, decider.controller(), id))
            .orElseThrow(() -> new ProblemException(ProblemCode.CORRECTION_NOT_FOUND));
    Correction waiting = found.correction();
    if (waiting.proposedBy().equals(decider.id())) {
      throw new ProblemException(ProblemCode.FOUR_EYES);
    }
    if (waiting.state() != Correction.State.PROPOSED) {
      throw new ProblemException(ProblemCode.CORRECTION_STATE_CONFLICT);
    }
    PersonalFile file = files.get(decider, waiting.customer());
    String field = waiting.fact().wire();
    FieldAccess.Decided decided =
        access.decide(new FieldAccess.Wanted(decider, PURPOSE, waiting.customer(), field));
    limits.open(decider, List.of(waiting.customer()));
    if (!decided.permitted()) {
      outbox.recordDurably(List.of(decided.event("access.denied", clock).build()));
      throw decided.refusal();
    }
    ProposedChange change = opened(decider, found, file, decided);
    outbox.recordDurably(List.of(decided.event("record.read", clock).build()));
    return change;
  }

  private ProposedChange opened(
      Actor decider,
      CorrectionTable.WithEvidence found,
      PersonalFile file,
      FieldAccess.Decided decided) {
    Correction waiting = found.correction();
    var place = Deciding.place(waiting, decider);
    byte[] sealedEvidence = found.evidence();
    String current = file.said(waiting.fact()).orElse(null);
    String proposed = file.key().open(place.column("value"), waiting.sealedValue());
    String evidence =
        sealedEvidence == null ? null : file.key().open(place.column("evidence"), sealedEvidence);
    return new ProposedChange(
        waiting.id().toString(),
        waiting.customer().toString(),
        waiting.fact().wire(),
        access.masked(decided, current),
        access.masked(decided, proposed),
        evidence == null ? null : FreeText.masked(without(without(evidence, current), proposed)));
  }

  /** The proposer's words do not tell what the mask hides. */
  private static String without(String evidence, @Nullable String value) {
    return value == null ? evidence : evidence.replace(value, Masks.FULL);
  }
}
