package org.shouxin.audit.monitor;

import java.time.Instant;

/** Where an alert stands; only an open one can be decided. */
sealed interface AlertState {
  /** Waits for a reviewer. */
  record Open() implements AlertState {
    Confirmed confirm(String by, Instant at, String reason) {
      return new Confirmed(by, at, reason);
    }

    Lifted lift(String by, Instant at, String reason) {
      return new Lifted(by, at, reason);
    }
  }

  /** It was what it looked like: access is locked. */
  record Confirmed(String by, Instant at, String reason) implements AlertState {}

  /** A false alarm: access is open again and the actor's limits are wider for a while. */
  record Lifted(String by, Instant at, String reason) implements AlertState {}
}
