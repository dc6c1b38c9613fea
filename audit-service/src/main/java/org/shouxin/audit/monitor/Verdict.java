package org.shouxin.audit.monitor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A reviewer's verdict.
 *
 * @param reason why, for the file; it stays in this service and never enters the log
 */
public record Verdict(@NotNull Kind verdict, @NotNull @Size(min = 4, max = 500) String reason) {

  /** What can be decided. */
  public enum Kind {
    CONFIRM,
    LIFT
  }

  AlertState on(AlertState.Open open, String by, Instant at) {
    return switch (verdict) {
      case CONFIRM -> open.confirm(by, at, reason);
      case LIFT -> open.lift(by, at, reason);
    };
  }

  String eventType() {
    return switch (verdict) {
      case CONFIRM -> "alert.confirmed";
      case LIFT -> "alert.lifted";
    };
  }
}
