package org.shouxin.audit.restore;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two people's access to backups: what is asked for, and what became of it (R-RC-08). */
final class BackupAccess {
  private BackupAccess() {}

  /** What somebody wants to do with a backup. */
  public enum BackupAct {
    RESTORE,
    /** Before it has expired; what has expired goes by itself. */
    DELETE
  }

  /**
   * Exactly what is to be done, to which backups of the catalogue.
   *
   * @param recordsBackup null when the records' backup is not concerned
   * @param keysBackup null when the keys' backup is not concerned
   */
  public record BackupAccessScope(
      @NotNull BackupAct act,
      @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,64}") String recordsBackup,
      @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,64}") String keysBackup) {

    boolean namesNone() {
      return recordsBackup == null && keysBackup == null;
    }
  }

  /** What an operator asks for, and why. */
  public record BackupAccessRequest(
      @NotNull @Valid BackupAccessScope scope, @NotNull @Size(max = 2000) String reason) {}

  /** One appended step. */
  public record BackupAccessStep(BackupStepKind kind, String takenBy, Instant at) {}

  /** What was done, and the audit event that tells it. */
  public enum BackupStepKind {
    APPROVED("backup.access.approved"),
    REJECTED("backup.access.rejected"),
    USED("backup.access.used");

    private final String event;

    BackupStepKind(String event) {
      this.event = event;
    }

    String event() {
      return event;
    }
  }

  /**
   * A request as its people see it.
   *
   * @param state REQUESTED, APPROVED, REJECTED, USED, EXPIRED
   * @param usableUntil null unless it was approved
   */
  public record BackupAccessView(
      UUID id,
      BackupAccessScope scope,
      String state,
      String reason,
      String requestedBy,
      Instant requestedAt,
      @Nullable Instant usableUntil,
      List<BackupAccessStep> steps) {}
}
