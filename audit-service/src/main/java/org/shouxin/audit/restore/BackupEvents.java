package org.shouxin.audit.restore;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;

/** Backups taken and deleted: each leaves {@code backup.taken} or {@code backup.purged}, once. */
@Singleton
class BackupEvents {
  private static final String INSERT =
      "insert into backup_event (controller_id, backup_set, backup_id, kind, sha256, reported_by,"
          + " reported_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

  /** What became of a backup. */
  public enum BackupEventKind {
    TAKEN,
    PURGED
  }

  /**
   * A backup as its operator reports it.
   *
   * @param set records or keys
   * @param sha256 of the sealed file, hex
   */
  public record BackupReport(
      @NotNull @Pattern(regexp = "records|keys") String set,
      @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,64}") String backupId,
      @NotNull BackupEventKind kind,
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

  /** A report as it is kept. */
  public record KeptBackupEvent(
      String backupSet,
      String backupId,
      String kind,
      String sha256,
      String reportedBy,
      Instant reportedAt) {}

  private final Database database;
  private final OwnEvents events;
  private final Clock clock;

  @Inject
  BackupEvents(Database database, OwnEvents events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** Keeps reports with their events; telling one again changes nothing. */
  void keep(Actor operator, List<BackupReport> reports) {
    database.write(
        operator.controller(),
        handle -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          for (BackupReport report : reports) {
            int kept =
                handle.execute(
                    INSERT,
                    operator.controller(),
                    report.set(),
                    report.backupId(),
                    report.kind().name(),
                    report.sha256(),
                    operator.id(),
                    now);
            if (kept == 1) {
              events.record(
                  handle,
                  AuditEvents.of(
                          operator,
                          "backup." + report.kind().name().toLowerCase(Locale.ROOT),
                          clock)
                      .resource("backup." + report.set(), report.backupId())
                      .change(null, RestoreTests.hash(report.sha256()))
                      .build());
            }
          }
          return reports.size();
        });
  }

  /** The 200 newest of the caller's controller. */
  List<KeptBackupEvent> list(Actor actor) {
    return database.read(
        actor.controller(),
        handle ->
            handle
                .createQuery(
                    "select * from backup_event order by reported_at desc, backup_id desc limit 200")
                .mapTo(KeptBackupEvent.class)
                .list());
  }
}
