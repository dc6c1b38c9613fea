package org.shouxin.audit.destruction;

import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The states of a plan and the only ways between them:
 *
 * <pre>
 * Proposed - approved - Approved - started - Executing - executed - Executed - witnessed - Witnessed - certified - Certified
 *    ^-------- changed -----'         ^--- started ---- Stopped (hold, store away)
 * Executed - witness absent - Unwitnessed - witnessed - Witnessed
 *                             Unwitnessed - log confirmed - LogConfirmed - certified - Certified
 * </pre>
 *
 * A change of the list after the approval makes the approval void. Nobody takes an absent witness's
 * place: who confirms from the log saw nothing, and the certificate says so (D-123). A plan is
 * given up (Void) as long as nothing runs.
 */
public sealed interface PlanState {

  /** Waits for an approver. */
  record Proposed() implements PlanState {}

  /** Waits for executor and witness. */
  record Approved() implements PlanState {}

  /** Owners fetch their orders. */
  record Executing() implements PlanState {}

  /** No further item is begun: a hold was placed, or a store does not answer. */
  record Stopped() implements PlanState {}

  /** Everything in the list is destroyed; the witness's word is missing. */
  record Executed() implements PlanState {}

  /** The witness is reported absent: she may still speak, or somebody compares the log. */
  record Unwitnessed() implements PlanState {}

  /** Waits for recipients to confirm, or for their time to run out. */
  record Witnessed() implements PlanState {}

  /** The same, but nobody witnessed: the log tells of each item. */
  record LogConfirmed() implements PlanState {}

  /** Over; the certificate is in the log. */
  record Certified() implements PlanState {}

  /** Given up. */
  record Void() implements PlanState {}

  /**
   * The state after a step.
   *
   * @throws ProblemException {@code DESTRUCTION_STATE_CONFLICT} when this state does not know it
   */
  default PlanState after(StepKind step) {
    return switch (this) {
      case Proposed _ ->
          switch (step) {
            case PROPOSED, CHANGED -> this;
            case APPROVED -> new Approved();
            case VOIDED -> new Void();
            default -> throw conflict();
          };
      case Approved _ ->
          switch (step) {
            case CHANGED -> new Proposed();
            case STARTED -> new Executing();
            case VOIDED -> new Void();
            default -> throw conflict();
          };
      case Executing _ ->
          switch (step) {
            case STOPPED -> new Stopped();
            case EXECUTED -> new Executed();
            default -> throw conflict();
          };
      case Stopped _ ->
          switch (step) {
            case CHANGED -> new Proposed();
            case STARTED -> new Executing();
            default -> throw conflict();
          };
      case Executed _ ->
          switch (step) {
            case WITNESSED -> new Witnessed();
            case WITNESS_ABSENT -> new Unwitnessed();
            default -> throw conflict();
          };
      case Unwitnessed _ ->
          switch (step) {
            case WITNESS_ABSENT -> this;
            case WITNESSED -> new Witnessed();
            case LOG_CONFIRMED -> new LogConfirmed();
            default -> throw conflict();
          };
      case Witnessed _, LogConfirmed _ ->
          switch (step) {
            case CERTIFIED -> new Certified();
            default -> throw conflict();
          };
      case Certified _, Void _ -> throw conflict();
    };
  }

  /** Name on the wire. */
  default String label() {
    return switch (this) {
      case Proposed _ -> "PROPOSED";
      case Approved _ -> "APPROVED";
      case Executing _ -> "EXECUTING";
      case Stopped _ -> "STOPPED";
      case Executed _ -> "EXECUTED";
      case Unwitnessed _ -> "UNWITNESSED";
      case Witnessed _ -> "WITNESSED";
      case LogConfirmed _ -> "LOG_CONFIRMED";
      case Certified _ -> "CERTIFIED";
      case Void _ -> "VOID";
    };
  }

  private static ProblemException conflict() {
    return new ProblemException(ProblemCode.DESTRUCTION_STATE_CONFLICT);
  }
}
