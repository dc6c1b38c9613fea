package org.shouxin.consent.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.duty.ClockView;

/**
 * A complaint as its readers see it. Its texts are sealed in records-service; here stand their ids.
 *
 * @param extensions each extension of the decision's time, with the reason that the customer is
 *     told
 * @param proposedExtensionTextId the reason of an extension that waits for a senior; for its
 *     handlers only
 * @param openPromises promises with their due dates that are not kept yet
 * @param concerned employees whom it is about; for its handlers only, empty for the customer
 * @param grounds why it is major; for its handlers only
 * @param plan how a major one is to be settled: {@code MEDIATION} or {@code LITIGATION}
 */
public record Complaint(
    UUID id,
    String number,
    UUID customerId,
    String state,
    UUID textId,
    @Nullable UUID answerTextId,
    Instant receivedAt,
    Instant firstResponseDueAt,
    @Nullable Instant firstResponseAt,
    @Nullable Instant decisionDueAt,
    @Nullable String handler,
    List<String> concerned,
    List<String> grounds,
    @Nullable String plan,
    List<Extension> extensions,
    @Nullable UUID proposedExtensionTextId,
    List<Promise> openPromises,
    List<ClockView> clocks) {

  /** More time for the decision (K-02). */
  public record Extension(Instant at, UUID textId) {}

  /** Something the broker said it would do. */
  public record Promise(UUID id, LocalDate dueOn) {}
}
