package org.shouxin.consent.rightsrequest;

import java.time.Instant;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The life of a rights request; the clock of the answer begins with {@code Verified} and rests in
 * {@code Waiting}.
 */
sealed interface RequestState {
  /** The one reason for a refusal as long as it is not known who asks. */
  String IDENTITY_NOT_PROVEN = "IDENTITY_NOT_PROVEN";

  /** It is not known yet whether it is the person who asks (K-05): no answer may go out. */
  record IdentityCheck() implements RequestState {}

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
      case IdentityCheck _ -> "IDENTITY_CHECK";
      case Verified _ -> "VERIFIED";
      case Waiting _ -> "WAITING";
      case Answered _ -> "ANSWERED";
      case Refused _ -> "REFUSED";
    };
  }

  /**
   * The state after a step.
   *
   * @throws ProblemException {@code CONFLICT}; {@code IDENTITY_UNCHECKED} for what would tell
   *     somebody unknown anything but that
   */
  default RequestState after(RequestStep step) {
    return switch (step.kind()) {
      case VERIFIED -> this instanceof IdentityCheck ? new Verified() : conflict();
      case WAITING -> known() instanceof Verified ? new Waiting(step.at()) : conflict();
      case RESUMED -> known() instanceof Waiting ? new Verified() : conflict();
      case ANSWERED -> known().isOpen() ? new Answered() : conflict();
      case REFUSED -> refused(String.valueOf(step.reasonCode()));
    };
  }

  private RequestState refused(String reasonCode) {
    boolean unproven = reasonCode.equals(IDENTITY_NOT_PROVEN);
    RequestState before = unproven ? this : known();
    return before.isOpen() && unproven == before instanceof IdentityCheck
        ? new Refused(reasonCode)
        : conflict();
  }

  /** This state, once it is known who asks. */
  private RequestState known() {
    if (this instanceof IdentityCheck) {
      throw new ProblemException(ProblemCode.IDENTITY_UNCHECKED);
    }
    return this;
  }

  default boolean isOpen() {
    return switch (this) {
      case IdentityCheck _, Verified _, Waiting _ -> true;
      case Answered _, Refused _ -> false;
    };
  }

  private static RequestState conflict() {
    throw new ProblemException(
        ProblemCode.CONFLICT, "the request is not in a state that allows this");
  }
}
