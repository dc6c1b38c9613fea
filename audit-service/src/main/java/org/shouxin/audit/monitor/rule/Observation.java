package org.shouxin.audit.monitor.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log as the rules see it: pseudonyms and codes, no personal data.
 *
 * @param role realm role, chooses the rules
 * @param person short hash of the customer id; 0 when nobody is concerned
 * @param own whether the actor looks after this person; true where the entry does not say
 * @param listed whether the person came in a listing
 * @param canary whether the person is a canary
 * @param surname bucket of the surname that was searched for, of this actor and day only
 * @param numberBlock bucket of the block of numbers that was searched in, of this actor and day
 *     only
 */
public record Observation(
    Instant at,
    ActorKey actor,
    String role,
    Act act,
    int person,
    boolean own,
    boolean listed,
    boolean canary,
    @Nullable String surname,
    @Nullable String numberBlock) {

  /** A customer id as the counters keep it: 32 bits, so that a busy day stays small. */
  public static int shortHash(java.util.UUID person) {
    long mixed = person.getMostSignificantBits() * 0x9E3779B97F4A7C15L;
    mixed ^= person.getLeastSignificantBits() * 0xC2B2AE3D27D4EB4FL;
    int hash = (int) (mixed ^ (mixed >>> 32));
    return hash == 0 ? 1 : hash;
  }
}
