package org.shouxin.audit.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** From a reported batch to what waits for the sequencer, however the batch arrived. */
@ApplicationScoped
class Intake {
  private static final Set<ProblemCode> OUT_OF_ORDER =
      EnumSet.of(ProblemCode.SOURCE_GAP, ProblemCode.SOURCE_CONFLICT);

  private final EntryFactory factory;
  private final IntakeAlarms alarms;

  Intake(EntryFactory factory, IntakeAlarms alarms) {
    this.factory = factory;
    this.alarms = alarms;
  }

  /**
   * Checks every event of the batch.
   *
   * @throws ProblemException {@code FORBIDDEN} when the source is not the caller's own
   */
  Submission prepare(Actor caller, ReportedBatch batch) {
    if (!batch.source().startsWith(caller.id() + ".")) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    List<PreparedEntry> entries = new ArrayList<>(batch.events().size());
    for (int i = 0; i < batch.events().size(); i++) {
      entries.add(
          factory.prepare(batch.source(), batch.firstPosition() + i, batch.events().get(i)));
    }
    return new Submission(batch.source(), batch.firstPosition(), entries);
  }

  /** Raises the alarm for a batch that does not go on where its source had ended. */
  void refused(Submission submission, ProblemException problem) {
    if (OUT_OF_ORDER.contains(problem.code())) {
      alarms.refused(submission.source(), submission.firstPosition(), problem.code());
    }
  }
}
