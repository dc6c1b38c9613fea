package org.shouxin.consent.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One appended step of a complaint. */
public record Step(
    Kind kind,
    Instant at,
    String employeeNo,
    @Nullable UUID textId,
    @Nullable UUID promiseId,
    @Nullable LocalDate dueOn) {

  /** What was done, and the audit event that tells it. */
  public enum Kind {
    ASSIGNED("complaint.assigned"),
    RESPONDED("complaint.responded"),
    EXTENDED("complaint.extended"),
    EXTENSION_PROPOSED("complaint.extension.proposed"),
    DECIDED("complaint.decided"),
    PROMISED("complaint.promise.made"),
    PROMISE_KEPT("complaint.promise.kept"),
    CLOSED("complaint.closed");

    private final String event;

    Kind(String event) {
      this.event = event;
    }

    String event() {
      return event;
    }
  }
}
