package org.shouxin.records.access.request;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Whom, which fields, what for, why in at least 10 characters, for how long.
 *
 * @param minutes 1 to 1440; of break-glass at most 60
 */
record RequestBody(
    @NotNull @Size(min = 1, max = 50) List<@NotNull @Size(max = 64) String> customerIds,
    @NotNull @Size(min = 1, max = 20) List<@NotNull @Size(max = 40) String> fields,
    @NotBlank @Size(max = 20) String purpose,
    @NotNull @Size(max = 500) String reason,
    @NotNull @Min(1) @Max(1440) Integer minutes) {
  private static final int SHORTEST_REASON = 10;

  boolean reasonIsTooShort() {
    return reason.strip().codePointCount(0, reason.strip().length()) < SHORTEST_REASON;
  }

  @Override
  public String toString() {
    return "RequestBody[redacted]";
  }
}
