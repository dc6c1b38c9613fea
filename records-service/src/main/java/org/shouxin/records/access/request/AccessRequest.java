package org.shouxin.records.access.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CustomerId;

/**
 * A request to read people beyond one's own rights, for one purpose and some fields, for a while
 * (R-AC-02).
 *
 * @param people customer ids, existing or not
 * @param decideBy end of K-22
 * @param openUntil null while it waits and when it was rejected
 * @param uses how often people were read under it
 * @param reviewDueAt end of K-23; of break-glass only
 */
public record AccessRequest(
    UUID id,
    String kind,
    String requestedBy,
    @Nullable String requesterBranch,
    String purpose,
    List<String> fields,
    List<UUID> people,
    int openMinutes,
    Instant requestedAt,
    Instant decideBy,
    @Nullable String decidedBy,
    @Nullable Instant openUntil,
    int uses,
    @Nullable Instant reviewDueAt,
    @Nullable String reviewOutcome) {

  RequestState state(Instant now) {
    Instant end = openUntil;
    if (end != null) {
      return now.isBefore(end) ? new RequestState.Granted(end) : new RequestState.Expired();
    }
    if (decidedBy != null) {
      return new RequestState.Rejected();
    }
    return now.isBefore(decideBy)
        ? new RequestState.Requested(decideBy)
        : new RequestState.Expired();
  }

  /** Whose records it is for. */
  public List<CustomerId> customers() {
    return people.stream().map(CustomerId::new).toList();
  }

  public boolean isBreakGlass() {
    return kind.equals(RequestKind.BREAK_GLASS.name());
  }
}
