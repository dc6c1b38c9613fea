package org.shouxin.audit.destruction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.destruction.recipient.RecipientCount;

/**
 * A plan as its readers see it.
 *
 * @param proposer employee number or service
 * @param scopeDigest what approver and witness have to name
 * @param remaining what is not destroyed yet, begun items first, at most 100
 * @param recipients how many requests to delete are how far
 */
public record PlanView(
    UUID id,
    String state,
    String cause,
    String proposer,
    Instant proposedAt,
    LocalDate dueOn,
    DestructionClock.@Nullable ClockReading clock,
    String scopeDigest,
    List<ItemRows.ItemCount> counts,
    List<Item> remaining,
    List<PlanStep> steps,
    List<RecipientCount> recipients) {

  /** A step that was taken. */
  public record PlanStep(
      String kind, Instant at, String actorId, String scopeDigest, String detail) {}
}
