package org.shouxin.consent.banregister;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the ban register as stored, without the index of the person. */
public record Ban(
    UUID id,
    @Nullable String employeeNo,
    String actCode,
    String evidence,
    @Nullable LocalDate expiresOn,
    String proposedBy,
    Instant proposedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable Instant appealedAt,
    @Nullable String appealEvidence,
    @Nullable String appealDecidedBy,
    @Nullable Instant appealDecidedAt,
    @Nullable Boolean appealUpheld,
    @Nullable String policeReference,
    @Nullable String policeReferredBy,
    @Nullable Instant policeReferredAt) {

  /** Its state on a day of Shanghai. */
  BanState on(LocalDate day) {
    if (approvedAt == null) {
      return new BanState.Proposed();
    }
    if (Boolean.TRUE.equals(appealUpheld)) {
      return new BanState.Overturned();
    }
    if (expiresOn != null && day.isAfter(expiresOn)) {
      return new BanState.Expired(expiresOn);
    }
    return appealedAt != null && appealUpheld == null
        ? new BanState.Appealed(expiresOn)
        : new BanState.Listed(expiresOn);
  }
}
