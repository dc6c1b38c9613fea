package org.shouxin.consent.rightsrequest;

import java.time.Instant;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The life of a rights request; the clock runs in {@code Verified} and rests in {@code Waiting}.
 */
sealed interface RequestState {

  /** The person is who she says; the legal clock runs. */
  record Verified() implements RequestState {}

  /** Waiting for the customer; the clock rests since then. */
  record Waiting(Instant since) implements RequestState {}

  /** Answered. */
  record Answered() implements RequestState {}

  /** Refused with a reason (PIPL 50). */
  record Refused(String reasonCode) implements RequestState {}

  default String label() {
    return switch (this) {
      case Verified _ -> "VERIFIED";
      case Waiting _ -> "WAITING";
      case Answered _ -> "ANSWERED";
      case Refused _ -> "REFUSED";
    };
  }

  /** The state after a step, or {@code CONFLICT}. */
  default RequestState after(RequestStep step) {
    return switch (step.kind()) {
      case VERIFIED -> new Verified();
      case WAITING -> this instanceof Verified ? new Waiting(step.at()) : conflict();
      case RESUMED -> this instanceof Waiting ? new Verified() : conflict();
      case ANSWERED -> isOpen() ? new Answered() : conflict();
      case REFUSED -> isOpen() ? new Refused(String.valueOf(step.reasonCode())) : conflict();
    };
  }

  private boolean isOpen() {
    return switch (this) {
      case Verified _, Waiting _ -> true;
      case Answered _, Refused _ -> false;
    };
  }

  private static RequestState conflict() {
    throw new ProblemException(
        ProblemCode.CONFLICT, "the request is not in a state that allows this");
  }
}
