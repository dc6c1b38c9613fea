package org.shouxin.consent.position;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A joiner, mover or leaver as HR told it, with both people who decided. */
public record StaffChange(
    UUID id,
    Kind kind,
    String employeeNo,
    @Nullable List<String> roles,
    @Nullable String branch,
    @Nullable List<String> rolesBefore,
    @Nullable String branchBefore,
    @Nullable String externalCheck,
    @Nullable String overrideReason,
    @Nullable String successor,
    LocalDate effectiveOn,
    String proposedBy,
    Instant proposedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable String cancellationEvidence) {

  /** What happens to the position. */
  public enum Kind {
    JOINER,
    MOVER,
    LEAVER
  }
}
