package org.shouxin.audit.restore;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A restore drill: what is reported, and what is kept of it (R-RC-08). */
final class RestoreTest {
  private RestoreTest() {}

  /**
   * A drill as its operator reports it.
   *
   * @param reportSha256 of the signed report, hex
   * @param rpoSeconds seconds of commits that would have been lost then
   * @param rtoSeconds seconds until the restored databases could be read
   * @param erasedReadable erased people who could be read; a drill that passed has none
   * @param recordsBackedUpAt when the restored backup was begun; a drill that passed then verifies
   *     it
   */
  public record RestoreTestReport(
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String reportSha256,
      @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,64}") String recordsBackup,
      @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,64}") String keysBackup,
      @NotNull Instant startedAt,
      @NotNull Instant endedAt,
      boolean passed,
      @PositiveOrZero long rpoSeconds,
      @PositiveOrZero long rtoSeconds,
      @PositiveOrZero int tablesCompared,
      @PositiveOrZero long rowsCompared,
      @PositiveOrZero int ledgerEntries,
      @PositiveOrZero int erasedTried,
      @PositiveOrZero int erasedReadable,
      @Nullable Instant recordsBackedUpAt) {

    boolean contradictsItself() {
      return endedAt.isBefore(startedAt)
          || (recordsBackedUpAt != null && recordsBackedUpAt.isAfter(startedAt))
          || erasedReadable > erasedTried
          || (passed && erasedReadable > 0);
    }
  }

  /** That it is kept: the id and when. The same report again has the same receipt. */
  public record RestoreTestReceipt(UUID id, Instant reportedAt) {}

  /** One kept drill. */
  public record KeptRestoreTest(
      UUID id,
      String reportSha256,
      String recordsBackup,
      String keysBackup,
      Instant startedAt,
      Instant endedAt,
      boolean passed,
      long rpoSeconds,
      long rtoSeconds,
      int tablesCompared,
      long rowsCompared,
      int ledgerEntries,
      int erasedTried,
      int erasedReadable,
      @Nullable Instant recordsBackedUpAt,
      @Nullable UUID verifiedEventId,
      String reportedBy,
      Instant reportedAt) {}

  /**
   * A backup that a drill restored without a fault (R-BT-04).
   *
   * @param eventId of {@code backup.verified}
   * @param backedUpAt when the backup was begun: what changed later is not in it
   */
  public record VerifiedBackup(UUID eventId, String backup, Instant backedUpAt) {}
}
