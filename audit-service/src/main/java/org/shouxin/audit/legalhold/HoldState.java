package org.shouxin.audit.legalhold;

import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** A hold's life; it takes two people into force and two people out of it. */
sealed interface HoldState {

  /** Placed by one person; holds nothing yet. */
  record Placed(String by) implements HoldState {}

  /** Approved by another. */
  record InForce() implements HoldState {}

  /** Somebody proposes its end; still in force. */
  record ReleaseProposed(String by) implements HoldState {}

  /** Over. */
  record Released() implements HoldState {}

  /**
   * The state after somebody's step.
   *
   * @throws ProblemException {@code HOLD_STATE_CONFLICT} when this state does not know the step;
   *     {@code FOUR_EYES} when the same person would take both
   */
  default HoldState after(HoldStep.Kind step, String by) {
    return switch (this) {
      case Placed placed when step == HoldStep.Kind.APPROVED ->
          another(placed.by(), by, new InForce());
      case InForce _ when step == HoldStep.Kind.RELEASE_PROPOSED -> new ReleaseProposed(by);
      case ReleaseProposed proposed when step == HoldStep.Kind.RELEASED ->
          another(proposed.by(), by, new Released());
      case Placed _, InForce _, ReleaseProposed _, Released _ ->
          throw new ProblemException(ProblemCode.HOLD_STATE_CONFLICT);
    };
  }

  default String label() {
    return switch (this) {
      case Placed _ -> "PLACED";
      case InForce _ -> "IN_FORCE";
      case ReleaseProposed _ -> "RELEASE_PROPOSED";
      case Released _ -> "RELEASED";
    };
  }

  private static HoldState another(String first, String second, HoldState next) {
    if (first.equals(second)) {
      throw new ProblemException(ProblemCode.FOUR_EYES);
    }
    return next;
  }
}
