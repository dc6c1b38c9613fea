package org.shouxin.audit.destruction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * A witness (监销人) who left before she gave her word. Nobody takes her place, since nobody else was
 * present: her absence is reported, she has some days to speak after all, and then a fifth person
 * compares the log, who saw nothing; the certificate says all of it (D-123).
 */
@Singleton
class AbsenceDesk {
  private final PlanFile file;
  private final LogEvidence log;
  private final DestructionClock k21;
  private final Clock clock;

  @Inject
  AbsenceDesk(PlanFile file, LogEvidence log, DestructionClock k21, Clock clock) {
    this.file = file;
    this.log = log;
    this.k21 = k21;
    this.clock = clock;
  }

  /** The witness cannot speak any more; told again, her days begin anew. */
  void report(Actor reporter, UUID plan, AbsenceReason why) {
    file.work(
        reporter,
        plan,
        (handle, course) -> {
          course.state().after(StepKind.WITNESS_ABSENT);
          FourEyes.mayReportAbsence(course, reporter.id());
          file.take(handle, reporter, course, StepKind.WITNESS_ABSENT, why.name());
        });
  }

  /**
   * Somebody who was not there finds each item of this list in the log.
   *
   * @throws ProblemException {@code WITNESS_MAY_SPEAK} while the witness has time, or when she was
   *     at work since she was reported absent; {@code DESTRUCTION_UNPROVEN} when the log lacks an
   *     item
   */
  void confirm(Actor reader, UUID plan, String scopeDigest) {
    file.work(
        reader,
        plan,
        (handle, course) -> {
          course.state().after(StepKind.LOG_CONFIRMED);
          FourEyes.mayConfirmFromLog(course, reader.id());
          PlanDesk.requireSame(course, scopeDigest);
          Step reported = course.last(StepKind.WITNESS_ABSENT).orElseThrow();
          requireAbsent(handle, course, reported.at());
          requireProven(handle, course);
          file.take(handle, reader, course, StepKind.LOG_CONFIRMED, reported.detail());
        });
  }

  private void requireAbsent(Handle handle, Course course, Instant reportedAt) {
    int days = k21.period(handle, BusinessTime.today(clock)).absenceDays();
    if (clock.instant().isBefore(reportedAt.plus(Duration.ofDays(days)))) {
      throw new ProblemException(
          ProblemCode.WITNESS_MAY_SPEAK, "within " + days + " days of the report");
    }
    if (log.showsAct(handle, course, course.witness().orElseThrow(), reportedAt)) {
      throw new ProblemException(
          ProblemCode.WITNESS_MAY_SPEAK, "she acted since she was reported absent");
    }
  }

  private void requireProven(Handle handle, Course course) {
    int unproven = log.unproven(handle, course);
    if (unproven > 0) {
      throw new ProblemException(ProblemCode.DESTRUCTION_UNPROVEN, unproven + " items");
    }
  }
}
