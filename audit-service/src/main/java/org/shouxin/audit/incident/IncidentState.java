package org.shouxin.audit.incident;

import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The states of an incident and the only ways between them:
 *
 * <pre>
 * Opened - assessed - Assessed - contained - Contained - all reported - Reported - notified -+
 *                                                 +----- notified - Notified - all reported -+
 *                                                  Settled - reviewed - Reviewed - closed - Closed
 * </pre>
 *
 * Authorities do not wait: first reports, lists and notices belong to every state before the
 * settlement and do not change it.
 */
sealed interface IncidentState {

  /** Known, its clocks run. */
  record Opened() implements IncidentState {}

  /** Its grade is known. */
  record Assessed() implements IncidentState {}

  /** The handling has ended: nothing leaks any more. */
  record Contained() implements IncidentState {}

  /** The final reports are in; persons are still to be notified. */
  record Reported() implements IncidentState {}

  /** Persons are notified, or need not be; final reports are still owed. */
  record Notified() implements IncidentState {}

  /** Authorities and persons know. */
  record Settled() implements IncidentState {}

  /** The review report is there. */
  record Reviewed() implements IncidentState {}

  /** Over. */
  record Closed() implements IncidentState {}

  /**
   * The state after a step.
   *
   * @throws ProblemException {@code INCIDENT_STATE_CONFLICT} when this state does not know the step
   */
  default IncidentState after(StepKind step) {
    return switch (this) {
      case Opened _ ->
          switch (step) {
            case ASSESSED -> new Assessed();
            case AFFECTED_FROZEN, REPORT_SUBMITTED -> this;
            default -> throw conflict();
          };
      case Assessed _ ->
          switch (step) {
            case CONTAINED -> new Contained();
            case ASSESSED -> this;
            default -> communicating(step);
          };
      case Contained _ ->
          switch (step) {
            case ALL_REPORTED -> new Reported();
            case NOTIFIED -> new Notified();
            case ASSESSED -> this;
            default -> communicating(step);
          };
      case Reported _ -> step == StepKind.NOTIFIED ? new Settled() : communicating(step);
      case Notified _ ->
          switch (step) {
            case ALL_REPORTED -> new Settled();
            case REPORT_SUBMITTED -> this;
            default -> throw conflict();
          };
      case Settled _ -> only(step, StepKind.REVIEWED, new Reviewed());
      case Reviewed _ -> only(step, StepKind.CLOSED, new Closed());
      case Closed _ -> throw conflict();
    };
  }

  /** Name on the wire. */
  default String label() {
    return switch (this) {
      case Opened _ -> "OPENED";
      case Assessed _ -> "ASSESSED";
      case Contained _ -> "CONTAINED";
      case Reported _ -> "REPORTED";
      case Notified _ -> "NOTIFIED";
      case Settled _ -> "SETTLED";
      case Reviewed _ -> "REVIEWED";
      case Closed _ -> "CLOSED";
    };
  }

  private IncidentState communicating(StepKind step) {
    return switch (step) {
      case AFFECTED_FROZEN,
          REPORT_SUBMITTED,
          NOTICE_DECIDED,
          NO_NOTICE_PROPOSED,
          NO_NOTICE_APPROVED,
          UNDELIVERED_DECIDED ->
          this;
      default -> throw conflict();
    };
  }

  private static IncidentState only(StepKind step, StepKind allowed, IncidentState next) {
    if (step != allowed) {
      throw conflict();
    }
    return next;
  }

  private static ProblemException conflict() {
    return new ProblemException(ProblemCode.INCIDENT_STATE_CONFLICT);
  }
}
