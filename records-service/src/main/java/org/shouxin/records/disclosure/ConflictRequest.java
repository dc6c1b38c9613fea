package org.shouxin.records.disclosure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whose conflicts, and what for. */
record ConflictRequest(
    @NotNull @Size(max = 40) String customerId, @Nullable @Size(max = 20) String purpose) {

  /** What for; {@code first} 1 to 20. */
  record WorklistRequest(
      @Nullable @Size(max = 20) String purpose,
      @Nullable Integer first,
      @Nullable @Size(max = 512) String after) {}

  /** Which statement's value shall hold. */
  record Choice(
      @NotNull @Size(max = 40) String customerId,
      @Nullable @Size(max = 20) String purpose,
      @NotNull @Size(max = 40) String field,
      @NotNull @Size(max = 40) String statementId) {}
}
