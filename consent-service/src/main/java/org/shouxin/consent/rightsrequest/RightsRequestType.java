package org.shouxin.consent.rightsrequest;

import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The rights of PIPL 24 and 44 to 50 that are asked for by request; withdrawal has its own path.
 */
public enum RightsRequestType {
  ACCESS,
  COPY,
  CORRECT,
  SUPPLEMENT,
  DELETE,
  RESTRICT,
  PORTABILITY,
  EXPLAIN,
  OBJECT_AUTOMATED_DECISION,
  CLOSE_ACCOUNT;

  /** Closing an account has its own, shorter clock (GB/T 35273 8.5). */
  String clockCode() {
    return this == CLOSE_ACCOUNT ? "K-06" : "K-04";
  }

  /**
   * Lets a step pass; a deletion is answered by its confirmation alone.
   *
   * @throws ProblemException {@code CONFLICT} for a text in answer to a deletion
   */
  void requireAnswerable(RequestStep.Kind step) {
    if (this == DELETE && step == RequestStep.Kind.ANSWERED) {
      throw new ProblemException(
          ProblemCode.CONFLICT, "a deletion is answered by confirming what becomes of it");
    }
  }
}
