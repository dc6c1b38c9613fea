package org.shouxin.records.disclosure.unmask;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.time.BusinessTime;

/**
 * A request that waits for its second person, as that person sees it: never the value.
 *
 * @param decideBy when it lapses
 * @param reason the requester's words; none once the person's key is destroyed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WaitingUnmask(
    String id,
    String customerId,
    String field,
    String purpose,
    String requestedBy,
    OffsetDateTime requestedAt,
    OffsetDateTime decideBy,
    @Nullable String reason) {

  static WaitingUnmask of(UnmaskGrant grant, @Nullable String reason) {
    return new WaitingUnmask(
        grant.id().toString(),
        grant.customer().toString(),
        grant.field(),
        grant.purpose(),
        grant.requestedBy(),
        local(grant.requestedAt()),
        local(grant.requestedAt().plus(UnmaskGrant.WAITS_FOR)),
        reason);
  }

  private static OffsetDateTime local(Instant at) {
    return at.atZone(BusinessTime.ZONE).toOffsetDateTime();
  }

  @Override
  public String toString() {
    return "WaitingUnmask[" + id + ", redacted]";
  }
}
