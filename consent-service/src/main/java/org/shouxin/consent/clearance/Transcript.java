package org.shouxin.consent.clearance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One employee's training on file (R-AC-06): what counts toward the next certificate, and what is
 * missing.
 *
 * @param state CLEARED, MISSING, EXPIRED, SUSPENDED
 * @param minutes minutes that count toward the next certificate
 * @param missing HOURS, TEST, AGREEMENT, PLEDGE
 */
public record Transcript(
    String employeeNo,
    String state,
    @Nullable LocalDate lastDay,
    int minutes,
    int minutesNeeded,
    List<String> missing,
    List<Attended> sessions,
    List<Attempt> tests,
    List<Signature> signatures) {

  /** A session and the minutes that count. */
  public record Attended(
      String id, String course, String form, LocalDate heldOn, int minutes, boolean open) {}

  /** A test that was answered. */
  public record Attempt(String id, Instant answeredAt, int rightAnswers, boolean passed) {}

  /** A signed text. */
  public record Signature(String kind, int version, String textSha256, Instant signedAt) {}
}
