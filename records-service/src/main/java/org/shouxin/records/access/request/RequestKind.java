package org.shouxin.records.access.request;

import java.time.Duration;

/** How access beyond one's own rights is opened (R-AC-02). */
enum RequestKind {
  /** Waits for another person (K-22). */
  APPROVAL(Duration.ofHours(24)),
  /** Open at once; alarms and is reviewed within a working day (K-23). */
  BREAK_GLASS(Duration.ofHours(1));

  private final Duration longest;

  RequestKind(Duration longest) {
    this.longest = longest;
  }

  /** The longest time that it may be open. */
  Duration longest() {
    return longest;
  }
}
