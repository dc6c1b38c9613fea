package org.shouxin.gateway.records;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Access beyond one's own rights: asked for, or opened by break-glass (R-AC-02). */
public record AccessRequest(
    @NonNull @Id String id,
    @NonNull @Description("APPROVAL, BREAK_GLASS.") String kind,
    @NonNull @Description("REQUESTED, GRANTED, REJECTED, EXPIRED.") String state,
    @NonNull String requestedBy,
    @NonNull String purpose,
    @NonNull List<@NonNull String> fields,
    @Id @NonNull List<@NonNull String> customerIds,
    @NonNull String requestedAt,
    @NonNull @Description("Undecided then, it has lapsed (K-22).") String decideBy,
    @Nullable String decidedBy,
    @Nullable String openUntil,
    @NonNull Integer uses,
    @Nullable
        @Description("Of break-glass: unreviewed after it, the requester is locked out (K-23).")
        String reviewDueAt,
    @Nullable @Description("JUSTIFIED, UNJUSTIFIED.") String reviewOutcome,
    @Nullable @Description("The requester's words, to those who decide.") String reason) {

  @Override
  public String toString() {
    return "AccessRequest[" + id + ", " + state + ", redacted]";
  }
}
