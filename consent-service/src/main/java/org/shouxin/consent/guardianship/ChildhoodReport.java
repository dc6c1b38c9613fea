package org.shouxin.consent.guardianship;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is under 14, as records-service found while it recorded them. */
record ChildhoodReport(@NotNull @Size(min = 1, max = 500) List<@NotNull @Valid Child> children) {

  /**
   * One person.
   *
   * @param fourteenOn the 14th birthday; missing takes an earlier report back
   */
  record Child(
      @NotNull String controllerId, @NotNull String customerId, @Nullable LocalDate fourteenOn) {}
}
