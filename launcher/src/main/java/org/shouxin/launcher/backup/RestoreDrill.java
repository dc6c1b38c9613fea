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
import java.util.ArrayList;
import java.util.Collection;
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
  private static final int LIVING = 5;

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

  /** Runs the drill; whatever goes wrong with a backup is a fault of the report. */
  DrillReport run(String id, RestoreTarget target) throws IOException {
    Instant started = clock.instant();
    DrillFindings found = new DrillFindings();
    Path scratch = layout.home().resolve("restore-drill");
    Cache.deleteAll(scratch);
    OwnerOnly.folder(scratch);
    try (Children children = new Children(OwnerOnly.folder(scratch.resolve("run")), line -> {})) {
      drill(found, target, scratch, children);
    } catch (BackupException e) {
      found.fault("BACKUP_UNUSABLE", String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      found.fault("RESTORE_FAILED", String.valueOf(e.getMessage()));
    } finally {
      Cache.deleteAll(scratch);
    }
    return found.report(id, started.toString(), clock.instant().toString());
  }

  private void drill(DrillFindings found, RestoreTarget target, Path scratch, Children children)
      throws IOException, SQLException {
    Manifest recordsBackup = newest(BackupSet.RECORDS);
    Manifest keysBackup = newest(BackupSet.KEYS);
    found.recordsBackup = recordsBackup.id();
    found.keysBackup = keysBackup.id();
    found.recordsBackedUpAt = recordsBackup.startedAt();
    List<Erased> logged = logged(found);
    List<Erased> ledger = new ErasureLedger(store.locations()).read();
    found.ledgerEntries = ledger.size();
    Instant from = clock.instant();
    SideBySide<RestoredServer> both =
        SideBySide.of(
            () -> restore(recordsBackup, target, scratch, children),
            () -> restore(keysBackup, target, scratch, children));
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
      tryErased(found, burglar, single, union(ledger, logged));
      tryLiving(found, burglar, keysOpen);
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
      Manifest manifest, RestoreTarget target, Path scratch, Children children) throws IOException {
    Path folder = OwnerOnly.folder(scratch.resolve(manifest.set().folder()));
    try {
      return RestoredServer.restore(
          manifest, target, store, keys, layout, databases, folder, children);
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

  private static Collection<Erased> union(List<Erased> one, List<Erased> two) {
    Map<String, Erased> all = new LinkedHashMap<>();
    one.forEach(person -> all.put(person.key(), person));
    two.forEach(person -> all.putIfAbsent(person.key(), person));
    return all.values();
  }

  private static void tryErased(
      DrillFindings found, Burglar burglar, RecordReplay single, Collection<Erased> erased)
      throws SQLException, IOException {
    for (Erased one : erased) {
      found.erasedTried++;
      Opened opened =
          switch (one) {
            case ErasedPerson person -> burglar.tryToRead(person);
            case DestroyedRecord destroyed ->
                single.count(destroyed) == 0 ? Opened.NOTHING : Opened.TRACES;
          };
      if (opened != Opened.NOTHING) {
        found.fault(DrillReport.ERASED_READABLE, one.key() + " " + opened);
      }
    }
  }

  /** Without keys that fit, nobody would be readable and the drill would prove nothing. */
  private static void tryLiving(DrillFindings found, Burglar burglar, Connection keysOpen)
      throws SQLException, IOException {
    for (ErasedPerson person : living(keysOpen)) {
      found.livingTried++;
      if (burglar.tryToRead(person).compareTo(Opened.KEY) >= 0) {
        found.livingOpened++;
      } else {
        found.fault("LIVING_UNREADABLE", person.key());
      }
    }
  }

  private static List<ErasedPerson> living(Connection keysOpen) throws SQLException {
    List<ErasedPerson> people = new ArrayList<>();
    try (Statement statement = keysOpen.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select controller_id, customer_id::text from data_key where wrapped is not null"
                    + " order by created_at limit "
                    + LIVING)) {
      while (rows.next()) {
        people.add(new ErasedPerson(rows.getString(1), rows.getString(2), ""));
      }
    }
    return people;
  }

  private static void requireNoKeysAmongRecords(DrillFindings found, RestoredServer records)
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
