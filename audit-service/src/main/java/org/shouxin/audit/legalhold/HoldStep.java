package org.shouxin.audit.legalhold;

import java.time.Instant;

/** One appended step of a hold. */
public record HoldStep(Kind kind, String employeeNo, String reason, Instant at) {

  /** What was done, and the audit event that tells it. */
  public enum Kind {
    APPROVED("hold.approved"),
    RELEASE_PROPOSED("hold.release.proposed"),
    RELEASED("hold.released");

    private final String event;

    Kind(String event) {
      this.event = event;
    }

    String event() {
      return event;
    }
  }
}
