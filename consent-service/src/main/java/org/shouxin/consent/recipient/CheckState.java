package org.shouxin.consent.recipient;

import java.time.Instant;

/** The life of an agreement check (R-PT-02): with a breached clause it is a case. */
sealed interface CheckState {

  /** No clause was breached; there is nothing to do. */
  record Kept() implements CheckState {}

  /** Waits for an officer other than the checker. */
  record Open() implements CheckState {}

  /** The case has ended. */
  record Closed(CheckOutcome outcome, String by, Instant at) implements CheckState {}

  default String label() {
    return switch (this) {
      case Kept _ -> "KEPT";
      case Open _ -> "OPEN";
      case Closed _ -> "CLOSED";
    };
  }
}
