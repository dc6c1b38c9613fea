package org.shouxin.audit.restore;

import java.time.Duration;
import java.time.Instant;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** The life of a request to touch a backup: one asks, another approves, who asked uses it once. */
sealed interface BackupAccessState {
  /** How long an approval stands: a day, so that nobody keeps one for later. */
  Duration USABLE = Duration.ofHours(24);

  /** Nothing is allowed yet. */
  record Requested(String by) implements BackupAccessState {
    private Approved approved(String approver, Instant at) {
      if (approver.equals(by)) {
        throw new ProblemException(ProblemCode.FOUR_EYES);
      }
      return new Approved(by, at.plus(USABLE));
    }
  }

  /** Approved by another person; the one who asked may use it before {@code until}. */
  record Approved(String requestedBy, Instant until) implements BackupAccessState {
    private Used used(String user, Instant at) {
      if (!user.equals(requestedBy)) {
        throw new ProblemException(ProblemCode.FORBIDDEN);
      }
      if (!at.isBefore(until)) {
        throw new ProblemException(ProblemCode.GRANT_EXPIRED);
      }
      return new Used();
    }
  }

  /** Declined. */
  record Rejected() implements BackupAccessState {}

  /** Used; a second use needs a second request. */
  record Used() implements BackupAccessState {}

  /**
   * The state after somebody's step.
   *
   * @throws ProblemException {@code BACKUP_ACCESS_CONFLICT} when this state does not know the step;
   *     {@code FOUR_EYES} when who asked would approve; {@code FORBIDDEN} when somebody else would
   *     use it; {@code GRANT_EXPIRED} a day after the approval
   */
  default BackupAccessState after(BackupAccess.BackupStepKind step, String by, Instant at) {
    return switch (this) {
      case Requested asked when step == BackupAccess.BackupStepKind.APPROVED ->
          asked.approved(by, at);
      case Requested _ when step == BackupAccess.BackupStepKind.REJECTED -> new Rejected();
      case Approved approved when step == BackupAccess.BackupStepKind.USED -> approved.used(by, at);
      case Requested _, Approved _, Rejected _, Used _ ->
          throw new ProblemException(ProblemCode.BACKUP_ACCESS_CONFLICT);
    };
  }

  /** What people are shown at a moment. */
  default String label(Instant now) {
    return switch (this) {
      case Requested _ -> "REQUESTED";
      case Approved approved -> now.isBefore(approved.until()) ? "APPROVED" : "EXPIRED";
      case Rejected _ -> "REJECTED";
      case Used _ -> "USED";
    };
  }
}
