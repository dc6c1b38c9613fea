package org.shouxin.launcher.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.Cache;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.OwnerOnly;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.launcher.postgres.Databases;
import org.shouxin.launcher.process.Children;

/**
 * Restores the newest backups into scratch servers and finds out whether they are worth something
 * and bring nobody back: counts and digests, then the erasure ledger, then an attempt to read
 * everybody and everything that ledger or log call erased.
 */
final class RestoreDrill {
  private final Layout layout;
  private final Databases databases;
  private final BackupStore store;
  private final BackupKeys keys;
  private final Clock clock;

  RestoreDrill(
      Layout layout, Databases databases, BackupStore store, BackupKeys keys, Clock clock) {
    this.layout = layout;
    this.databases = databases;
    this.store = store;
    this.keys = keys;
    this.clock = clock;
  }

  /** Which backup of a set is restored. */
  private interface Choice {
    Manifest of(BackupSet set) throws IOException;
  }

  /** Runs the drill; whatever goes wrong with a backup is a fault of the report. */
  DrillReport run(String id, RestoreTarget target) throws IOException {
    Path scratch = layout.home().resolve("restore-drill");
    Cache.deleteAll(scratch);
    try {
      return run(id, target, this::newest, scratch, Durability.SCRATCH);
    } finally {
      Cache.deleteAll(scratch);
    }
  }

  /** The same with named backups, to stay; nothing stays when anything was at fault. */
  DrillReport restore(
      String id, RestoreTarget target, Manifest records, Manifest keysBackup, Path into)
      throws IOException {
    DrillReport report =
        run(
            id,
            target,
            set -> set == BackupSet.RECORDS ? records : keysBackup,
            into,
            Durability.KEPT);
    if (!report.passed()) {
      Cache.deleteAll(into);
      return report;
    }
    Cache.deleteAll(into.resolve("run"));
    for (BackupSet set : BackupSet.values()) {
      RestoredServer.handOver(into.resolve(set.folder()));
    }
    return report;
  }

  private DrillReport run(
      String id, RestoreTarget target, Choice choice, Path scratch, Durability durability)
      throws IOException {
    Instant started = clock.instant();
    DrillFindings found = new DrillFindings();
    OwnerOnly.folder(scratch);
    try (Children children = new Children(OwnerOnly.folder(scratch.resolve("run")), line -> {})) {
      drill(found, target, choice, scratch, durability, children);
    } catch (BackupException e) {
      found.fault("BACKUP_UNUSABLE", String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      found.fault("RESTORE_FAILED", String.valueOf(e.getMessage()));
    }
    return found.report(id, started.toString(), clock.instant().toString());
  }

  private void drill(
      DrillFindings found,
      RestoreTarget target,
      Choice choice,
      Path scratch,
      Durability durability,
      Children children)
      throws IOException, SQLException {
    Manifest recordsBackup = choice.of(BackupSet.RECORDS);
    Manifest keysBackup = choice.of(BackupSet.KEYS);
    found.recordsBackup = recordsBackup.id();
    found.keysBackup = keysBackup.id();
    found.recordsBackedUpAt = recordsBackup.startedAt();
    List<Erased> logged = logged(found);
    List<Erased> ledger = new ErasureLedger(store.locations()).read();
    found.ledgerEntries = ledger.size();
    Instant from = clock.instant();
    SideBySide<RestoredServer> both =
        SideBySide.of(
            () -> restore(recordsBackup, target, scratch, durability, children),
            () -> restore(keysBackup, target, scratch, durability, children));
    RestoredServer records = both.first();
    RestoredServer keyStore = both.second();
    if (target == RestoreTarget.STILL_POINT) {
      compare(found, recordsBackup, records);
      compare(found, keysBackup, keyStore);
    }
    try (Connection recordsOpen = records.open(DatabaseName.RECORDS.sql());
        Connection keysOpen = keyStore.open(DatabaseName.KEYS.sql());
        RecordReplay single = new RecordReplay(records)) {
      ErasureReplay.Revived revived = new ErasureReplay(keysOpen, recordsOpen, single).run(ledger);
      found.revived = revived.keys();
      found.recordsRevived = revived.records();
      found.rtoSeconds = Duration.between(from, clock.instant()).toSeconds();
      Burglar burglar = new Burglar(layout.home().resolve("vault-keysets"), keysOpen, recordsOpen);
      Attempts attempts = new Attempts(found, burglar, single);
      attempts.onErased(Attempts.union(ledger, logged));
      attempts.onLiving(keysOpen);
    }
    requireNoKeysAmongRecords(found, records);
    logSizes(found, records);
  }

  private Manifest newest(BackupSet set) throws IOException {
    return store
        .newest(set)
        .orElseThrow(() -> new BackupException("there is no backup of the " + set.folder()));
  }

  private RestoredServer restore(
      Manifest manifest,
      RestoreTarget target,
      Path scratch,
      Durability durability,
      Children children)
      throws IOException {
    Path folder = OwnerOnly.folder(scratch.resolve(manifest.set().folder()));
    try {
      return RestoredServer.restore(
          manifest, target, durability, store, keys, layout, databases, folder, children);
    } catch (LauncherException e) {
      throw new BackupException(manifest.title() + " does not start: " + e.getMessage(), e);
    }
  }

  /** What the log says now, and how much would be lost now: the running servers are asked. */
  private List<Erased> logged(DrillFindings found) throws SQLException, IOException {
    Exposure exposure = new Exposure(databases, store, clock);
    for (BackupSet set : BackupSet.values()) {
      found.rpoSeconds = Math.max(found.rpoSeconds, exposure.of(set).toSeconds());
    }
    try (Connection audit = databases.administrator(DatabaseName.AUDIT)) {
      found.ledgerRebuilt = new ErasureLedger(store.locations()).follow(audit);
      return LoggedErasures.read(audit, 0, Long.MAX_VALUE);
    }
  }

  private static void compare(DrillFindings found, Manifest manifest, RestoredServer server)
      throws SQLException {
    Map<String, Connection> open = new LinkedHashMap<>();
    try {
      for (TableFigure then : manifest.tables()) {
        Connection connection = open.computeIfAbsent(then.database(), server::open);
        TableFigure now =
            Figures.of(connection, then.database(), new Figures.Table(then.schema(), then.table()));
        found.tablesCompared++;
        found.rowsCompared += now.rows();
        if (!now.equals(then)) {
          found.fault(
              "TABLE_DIFFERS", then.name() + ": " + then.rows() + " rows then, " + now.rows());
        }
      }
    } finally {
      for (Connection connection : open.values()) {
        connection.close();
      }
    }
  }

  static void requireNoKeysAmongRecords(DrillFindings found, RestoredDatabases records)
      throws SQLException {
    try (Connection connection = records.open(Databases.ADMINISTRATOR);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) from pg_database where datname = 'keys'")) {
      row.next();
      if (row.getInt(1) != 0) {
        found.fault("KEYS_AMONG_RECORDS", "the backup of the records holds a database keys");
      }
    }
  }

  private void logSizes(DrillFindings found, RestoredServer records)
      throws SQLException, IOException {
    try (Connection audit = records.open(DatabaseName.AUDIT.sql());
        Statement statement = audit.createStatement();
        ResultSet row =
            statement.executeQuery("select coalesce(max(size), 0) from log_checkpoint")) {
      row.next();
      found.restoredLogSize = row.getLong(1);
    }
    Path signed = layout.home().resolve("audit-log/checkpoint");
    if (Files.exists(signed)) {
      found.signedLogSize = Long.parseLong(Files.readAllLines(signed).get(1));
    }
  }
}
