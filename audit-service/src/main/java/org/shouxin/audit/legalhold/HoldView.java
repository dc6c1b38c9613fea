package org.shouxin.audit.legalhold;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A hold as overseers see it.
 *
 * @param state PLACED, IN_FORCE, RELEASE_PROPOSED, RELEASED
 * @param covered how many records it covers now
 */
public record HoldView(
    UUID id,
    HoldScope scope,
    String state,
    String reason,
    String placedBy,
    Instant placedAt,
    long covered,
    List<HoldStep> steps) {}
