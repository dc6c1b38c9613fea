package org.shouxin.gateway.audit;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Who could have leaked a sample, most likely first.
 *
 * @param evidence reads of leaked people by the first suspects; inclusionProof shows each
 */
public record LeakTrace(
    @NonNull @Id String id,
    int matched,
    @NonNull List<@NonNull LeakSuspect> suspects,
    @NonNull List<@NonNull LeakEvidence> evidence) {

  /**
   * One read of a leaked person before the leak surfaced.
   *
   * @param suspect place of its reader among the suspects, from 0
   */
  public record LeakEvidence(
      int suspect, @NonNull @Id String eventId, @NonNull String occurredAt) {}
}
