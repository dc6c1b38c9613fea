package org.shouxin.consent.complaint;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The life of a complaint (R-CP-01). What is allowed next exists only on the state that allows it;
 * every state follows from the steps that were appended.
 */
sealed interface ComplaintState {

  /** Received; nobody answered in substance yet, K-01 runs. */
  record Received(@Nullable String handler) implements ComplaintState {
    Responded respond(String employeeNo) {
      return new Responded(employeeNo, Map.of());
    }
  }

  /** A person has answered in substance; the handling goes on. */
  record Responded(String handler, Map<UUID, LocalDate> promises) implements ComplaintState {
    Decided decide() {
      return new Decided(handler, promises);
    }
  }

  /** The customer was told the decision; promises may still be open. */
  record Decided(String handler, Map<UUID, LocalDate> promises) implements ComplaintState {
    /**
     * Closes the case.
     *
     * @throws ProblemException {@code CONFLICT} while a promise is open (false-comfort control)
     */
    Closed close() {
      if (!promises.isEmpty()) {
        throw new ProblemException(ProblemCode.CONFLICT, "a promise to the customer is still open");
      }
      return new Closed(handler);
    }
  }

  /** Done. */
  record Closed(String handler) implements ComplaintState {}

  /** Name on the wire. */
  default String label() {
    return switch (this) {
      case Received _ -> "RECEIVED";
      case Responded _ -> "RESPONDED";
      case Decided _ -> "DECIDED";
      case Closed _ -> "CLOSED";
    };
  }

  /** Who works on it. */
  default @Nullable String currentHandler() {
    return switch (this) {
      case Received received -> received.handler();
      case Responded responded -> responded.handler();
      case Decided decided -> decided.handler();
      case Closed closed -> closed.handler();
    };
  }

  /** Open promises. */
  default Map<UUID, LocalDate> openPromises() {
    return switch (this) {
      case Received _, Closed _ -> Map.of();
      case Responded responded -> responded.promises();
      case Decided decided -> decided.promises();
    };
  }

  /** The state after one more step, or a refusal. */
  default ComplaintState after(Step step) {
    return switch (step.kind()) {
      case ASSIGNED -> assigned(step);
      case RESPONDED ->
          this instanceof Received received ? received.respond(step.employeeNo()) : refused();
      case DECIDED -> this instanceof Responded responded ? responded.decide() : refused();
      case EXTENDED, EXTENSION_PROPOSED ->
          switch (this) {
            case Received _, Responded _ -> this;
            case Decided _, Closed _ -> refused();
          };
      case PROMISED, PROMISE_KEPT -> promised(step);
      case CLOSED -> this instanceof Decided decided ? decided.close() : refused();
    };
  }

  private ComplaintState assigned(Step step) {
    return switch (this) {
      case Received _ -> new Received(step.employeeNo());
      case Responded responded -> new Responded(step.employeeNo(), responded.promises());
      case Decided _, Closed _ -> refused();
    };
  }

  private ComplaintState promised(Step step) {
    Map<UUID, LocalDate> promises = new java.util.HashMap<>(openPromises());
    if (step.kind() == Step.Kind.PROMISED && step.dueOn() != null && step.promiseId() != null) {
      promises.put(step.promiseId(), step.dueOn());
    } else if (promises.remove(step.promiseId()) == null) {
      return refused();
    }
    return switch (this) {
      case Responded responded -> new Responded(responded.handler(), Map.copyOf(promises));
      case Decided decided -> new Decided(decided.handler(), Map.copyOf(promises));
      case Received _, Closed _ -> refused();
    };
  }

  private static ComplaintState refused() {
    throw new ProblemException(
        ProblemCode.CONFLICT, "the complaint is not in a state that allows this");
  }
}
