package org.shouxin.platform.block;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list.
 *
 * @param interception STEP_UP, BLOCK or LOCK
 * @param since sign-ins after this time fulfil STEP_UP
 * @param until when it ends by itself
 */
public record Block(Subject subject, String interception, Instant since, @Nullable Instant until) {

  /**
   * Whom it is about.
   *
   * @param kind employee or partner
   */
  public record Subject(String controllerId, String kind, String id) {}

  /** What it means for a token whose sign-in was at {@code signedInAt} (none for programs). */
  Standing standing(Instant now, @Nullable Instant signedInAt) {
    if (until != null && !now.isBefore(until)) {
      return new Standing.Open();
    }
    if (!interception.equals("STEP_UP")) {
      return new Standing.Out();
    }
    return signedInAt != null && signedInAt.isAfter(since)
        ? new Standing.Open()
        : new Standing.StepUp();
  }
}
