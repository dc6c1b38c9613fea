package org.shouxin.records.correction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A field of a person that is wrong, its right value, and what shows it.
 *
 * @param code the one-time code sent to a new mobile number
 */
record CorrectionRequest(
    @NotNull @Size(max = 64) String customerId,
    @NotNull @Size(max = 40) String field,
    @NotBlank @Size(max = 500) String value,
    @Nullable @Size(max = 2000) String evidence,
    @Nullable @Size(max = 12) String code) {

  boolean hasEvidence() {
    return evidence != null && !evidence.isBlank();
  }

  /** A code was sent to the new number. */
  boolean hasCode() {
    return code != null && !code.isBlank();
  }

  String codeSaid() {
    return code == null ? "" : code;
  }

  @Override
  public String toString() {
    return "CorrectionRequest[redacted]";
  }
}
