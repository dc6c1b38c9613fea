package org.shouxin.records.disclosure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whose conflicts, and what for. */
record ConflictRequest(
    @NotNull @Size(max = 40) String customerId, @Nullable @Size(max = 20) String purpose) {

  /** Which statement's value shall hold. */
  record Choice(
      @NotNull @Size(max = 40) String customerId,
      @Nullable @Size(max = 20) String purpose,
      @NotNull @Size(max = 40) String field,
      @NotNull @Size(max = 40) String statementId) {}
}
