package org.shouxin.records.disclosure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds at most one customer by at least two matching factors of different kinds. */
record SearchRequest(
    @NotNull @Valid Factors factors,
    @Nullable @Size(max = 20) String purpose,
    @NotNull @Size(max = 20) List<@NotNull @Size(max = 40) String> fields) {

  /** What the searcher knows of the person; in a body, never in a URL. */
  record Factors(
      @Nullable @Size(max = 200) String name,
      @Nullable @Size(max = 100) String idNumber,
      @Nullable @Size(max = 100) String mobile,
      @Nullable @Size(max = 100) String policyNumber) {

    @Override
    public String toString() {
      return "Factors[redacted]";
    }
  }
}
