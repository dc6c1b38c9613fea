package org.shouxin.records.disclosure.unmask;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CustomerId;

/**
 * Leave to see one field of one person. Waits for a second person where the field is C3 or the
 * person a minor; open for 15 minutes; then closed for good.
 *
 * @param requesterBranch whose supervisor decides; null for somebody of no branch
 */
record UnmaskGrant(
    UUID id,
    CustomerId customer,
    String field,
    String purpose,
    String requestedBy,
    @Nullable String requesterBranch,
    Instant requestedAt,
    @Nullable Instant expiresAt) {

  /** How long a grant is open (DR-07). */
  static final Duration OPEN_FOR = Duration.ofMinutes(15);

  /** How long a request waits for its approval before it lapses. */
  static final Duration WAITS_FOR = Duration.ofHours(24);

  /** REQUESTED waits for approval; GRANTED is open; EXPIRED is over, approved or not. */
  enum State {
    REQUESTED,
    GRANTED,
    EXPIRED
  }

  State state(Instant now) {
    Instant end = expiresAt;
    if (end == null) {
      return now.isBefore(requestedAt.plus(WAITS_FOR)) ? State.REQUESTED : State.EXPIRED;
    }
    return now.isBefore(end) ? State.GRANTED : State.EXPIRED;
  }
}
