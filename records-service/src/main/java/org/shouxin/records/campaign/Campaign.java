package org.shouxin.records.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.time.BusinessTime;

/**
 * A campaign as opened by its letter.
 *
 * @param alarms how many of the K-20 alarms were raised
 */
public record Campaign(
    UUID id,
    String insurer,
    String letterReference,
    String letterSha256,
    LocalDate receivedOn,
    LocalDate dueOn,
    String consequence,
    int policies,
    int cleanPolicies,
    String openedBy,
    Instant openedAt,
    int alarms,
    @Nullable Instant nonCooperationAt) {

  /** The end of the last day in Shanghai: K-20 is breached, and D+1 begins. */
  Instant endsAt() {
    return dueOn.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
  }
}
