package org.shouxin.records.access.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.time.BusinessTime;

/**
 * A request on the wire.
 *
 * @param reason the requester's words, to those who decide
 * @param reviewDueAt end of K-23; of break-glass only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestView(
    String id,
    String kind,
    String state,
    String requestedBy,
    String purpose,
    List<String> fields,
    List<String> customerIds,
    OffsetDateTime requestedAt,
    OffsetDateTime decideBy,
    @Nullable String decidedBy,
    @Nullable OffsetDateTime openUntil,
    int uses,
    @Nullable OffsetDateTime reviewDueAt,
    @Nullable String reviewOutcome,
    @Nullable String reason) {

  static RequestView of(AccessRequest request, Instant now, @Nullable String reason) {
    return new RequestView(
        request.id().toString(),
        request.kind(),
        request.state(now).word(),
        request.requestedBy(),
        request.purpose(),
        request.fields(),
        request.people().stream().map(UUID::toString).toList(),
        shanghai(request.requestedAt()),
        shanghai(request.decideBy()),
        request.decidedBy(),
        orNull(request.openUntil()),
        request.uses(),
        orNull(request.reviewDueAt()),
        request.reviewOutcome(),
        reason);
  }

  private static @Nullable OffsetDateTime orNull(@Nullable Instant at) {
    return at == null ? null : shanghai(at);
  }

  private static OffsetDateTime shanghai(Instant at) {
    return at.atZone(BusinessTime.ZONE).toOffsetDateTime();
  }

  @Override
  public String toString() {
    return "RequestView[" + id + ", " + state + "]";
  }
}
