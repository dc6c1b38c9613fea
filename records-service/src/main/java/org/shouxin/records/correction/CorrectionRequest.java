package org.shouxin.records.correction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A field of a person that is wrong, its right value, and what shows it. */
record CorrectionRequest(
    @NotNull @Size(max = 64) String customerId,
    @NotNull @Size(max = 40) String field,
    @NotBlank @Size(max = 500) String value,
    @Nullable @Size(max = 2000) String evidence) {

  boolean hasEvidence() {
    return evidence != null && !evidence.isBlank();
  }

  @Override
  public String toString() {
    return "CorrectionRequest[redacted]";
  }
}
