package org.shouxin.records.correction.code;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CustomerId;

/** A code that was sent: keyed hashes only. */
public record OneTimeCode(
    UUID id,
    CustomerId customerId,
    byte[] mobileIndex,
    byte[] codeHash,
    Instant expiresAt,
    int attempts,
    @Nullable Instant usedAt) {

  /** How long a code is good (R-RC-03). */
  static final Duration GOOD_FOR = Duration.ofMinutes(5);

  /** How often a code may be tried. */
  static final int MOST_ATTEMPTS = 5;

  /** Codes to one person, and to one number, within {@link #SENDING_PERIOD}. */
  static final int MOST_SENT = 5;

  static final Duration SENDING_PERIOD = Duration.ofHours(1);

  /** At most one code to a person in this time. */
  static final Duration BETWEEN = Duration.ofSeconds(30);

  @Override
  public String toString() {
    return "OneTimeCode[" + id + "]";
  }
}
