package org.shouxin.audit.destruction;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Proposer, approver, executor and witness (监销人) are four different people (R-RC-11). Whoever
 * changed the list is a proposer, whoever resumed the execution an executor.
 */
final class FourEyes {
  private static final int UNPROCESSABLE = 422;

  private FourEyes() {}

  static void mayApprove(Course course, String approver) {
    differ(approver, course.proposers());
  }

  /**
   * Whether she may start, with this witness present.
   *
   * @throws ProblemException {@code WITNESS_MISSING}, {@code FOUR_EYES}
   */
  static void mayStart(Course course, String executor, @Nullable String witness) {
    if (witness == null || witness.isBlank()) {
      throw new ProblemException(ProblemCode.WITNESS_MISSING);
    }
    differ(executor, course.proposers());
    differ(executor, course.approvers());
    mayWitness(course, witness);
    differ(witness, Set.of(executor));
  }

  /** Whether she may give the witness's word: the one who was named, and none of the others. */
  static void mayWitness(Course course, String witness) {
    differ(witness, course.proposers());
    differ(witness, course.approvers());
    differ(witness, course.executors());
  }

  /**
   * Whether she may say that the witness cannot speak: not the executor, whom it would rid of a
   * witness, and not a witness, who can speak.
   */
  static void mayReportAbsence(Course course, String reporter) {
    differ(reporter, course.executors());
    differ(reporter, course.witnesses());
  }

  /** Whether she may confirm from the log: a fifth person, who is none of the others. */
  static void mayConfirmFromLog(Course course, String reader) {
    mayWitness(course, reader);
    differ(reader, course.witnesses());
    differ(reader, course.reporters());
  }

  private static void differ(String person, Set<String> others) {
    if (others.contains(person)) {
      throw ProblemException.withStatus(
          ProblemCode.FOUR_EYES, UNPROCESSABLE, "proposer, approver, executor, witness differ");
    }
  }
}
