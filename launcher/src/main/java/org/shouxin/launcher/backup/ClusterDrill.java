package org.shouxin.launcher.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * The restore drill on servers that somebody else brought back, as CloudNativePG does (R-RC-08).
 * The erasure ledger is the published log's own; it is replayed before anything is read. What is
 * compared is the whole log, entry by entry: no figures of other tables came with the backup.
 */
public final class ClusterDrill {
  private final PublishedLog log;
  private final Path keysets;
  private final Clock clock;

  /**
   * @param keysets folder of {@code <controller>.kek.json}
   */
  ClusterDrill(PublishedLog log, Path keysets, Clock clock) {
    this.log = log;
    this.keysets = keysets;
    this.clock = clock;
  }

  /**
   * Runs the drill; whatever is wrong with the restored servers is a fault of the report.
   *
   * @param backup how the restored backups are called
   * @param started when the restore began: RTO counts from there
   */
  DrillReport run(String backup, Instant started, RestoredDatabases records, RestoredDatabases keys)
      throws IOException {
    DrillFindings found = new DrillFindings();
    found.recordsBackup = backup;
    found.keysBackup = backup + "-keys";
    try {
      drill(found, started, records, keys);
    } catch (BackupException e) {
      found.fault("BACKUP_UNUSABLE", String.valueOf(e.getMessage()));
    } catch (SQLException | LauncherException e) {
      found.fault("RESTORE_FAILED", String.valueOf(e.getMessage()));
    }
    return found.report(backup, started.toString(), clock.instant().toString());
  }

  private void drill(
      DrillFindings found, Instant started, RestoredDatabases records, RestoredDatabases keys)
      throws SQLException, IOException {
    List<Erased> ledger = log.erased();
    found.ledgerEntries = ledger.size();
    found.ledgerRebuilt = true;
    try (Connection recordsOpen = records.open(DatabaseName.RECORDS.sql());
        Connection keysOpen = keys.open(DatabaseName.KEYS.sql());
        Connection auditOpen = records.open(DatabaseName.AUDIT.sql());
        RecordReplay single = new RecordReplay(records)) {
      ErasureReplay.Revived revived = new ErasureReplay(keysOpen, recordsOpen, single).run(ledger);
      found.revived = revived.keys();
      found.recordsRevived = revived.records();
      Instant readable = clock.instant().truncatedTo(ChronoUnit.MICROS);
      found.rtoSeconds = Duration.between(started, readable).toSeconds();
      Attempts attempts = new Attempts(found, new Burglar(keysets, keysOpen, recordsOpen), single);
      attempts.onErased(ledger);
      attempts.onLiving(keysOpen);
      new RestoredLog(auditOpen, log).compare(found, started);
    }
    RestoreDrill.requireNoKeysAmongRecords(found, records);
  }
}
