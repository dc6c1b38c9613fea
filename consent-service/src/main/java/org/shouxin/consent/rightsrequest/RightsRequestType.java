package org.shouxin.consent.rightsrequest;

import java.util.Arrays;
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

  /**
   * The type of this name.
   *
   * @throws ProblemException {@code RIGHTS_REQUEST_TYPE_UNKNOWN}
   */
  static RightsRequestType named(String name) {
    return Arrays.stream(values())
        .filter(known -> known.name().equals(name))
        .findAny()
        .orElseThrow(() -> new ProblemException(ProblemCode.RIGHTS_REQUEST_TYPE_UNKNOWN));
  }

  /** Closing an account has its own, shorter clock (GB/T 35273 8.5). */
  String clockCode() {
    return this == CLOSE_ACCOUNT ? "K-06" : "K-04";
  }

  /**
   * Whether the answer gives data out, changes or ends them: then a letter that anybody may send is
   * no proof of who asks (R-CP-02: proportionate to risk).
   */
  boolean opensOrEndsSomething() {
    return switch (this) {
      case ACCESS, COPY, CORRECT, SUPPLEMENT, DELETE, PORTABILITY, CLOSE_ACCOUNT -> true;
      case RESTRICT, EXPLAIN, OBJECT_AUTOMATED_DECISION -> false;
    };
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
