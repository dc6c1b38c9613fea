package org.shouxin.records.disclosure.unmask;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which field of whom, for which purpose, and why in at least 10 characters. */
record UnmaskRequest(
    @NotNull @Size(max = 64) String customerId,
    @NotNull @Size(max = 40) String field,
    @Nullable @Size(max = 20) String purpose,
    @NotNull @Size(max = 500) String reason) {

  /** Fewest characters of a reason (DR-07). */
  static final int SHORTEST_REASON = 10;

  boolean reasonIsTooShort() {
    return reason.strip().codePointCount(0, reason.strip().length()) < SHORTEST_REASON;
  }

  @Override
  public String toString() {
    return "UnmaskRequest[redacted]";
  }
}
