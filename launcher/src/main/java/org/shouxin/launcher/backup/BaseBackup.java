package org.shouxin.launcher.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.postgres.Databases;

/** Takes one sealed base backup of a server that goes on working (R-RC-08). */
final class BaseBackup {
  private final Layout layout;
  private final Databases databases;
  private final BackupStore store;
  private final BackupKeys keys;
  private final WalArchive wal;
  private final Clock clock;

  BaseBackup(Layout layout, Databases databases, BackupStore store, BackupKeys keys, Clock clock) {
    this.layout = layout;
    this.databases = databases;
    this.store = store;
    this.keys = keys;
    this.wal = new WalArchive(layout, store, keys);
    this.clock = clock;
  }

  /** Takes it, and returns its line of the catalogue once it is whole at every location. */
  Manifest take(BackupSet set, String id, Duration period) throws IOException {
    Instant started = clock.instant();
    wal.begin(set);
    store.begin(set, id);
    try (Connection connection = databases.administrator(set.server(), Databases.ADMINISTRATOR)) {
      archiveEachMinute(connection);
      if (set == BackupSet.KEYS) {
        forgetDestroyedKeys();
      }
      String version = one(connection, "show server_version");
      String start = one(connection, "select pg_walfile_name(pg_backup_start('" + id + "', true))");
      Path base = store.base(set, id);
      int keyId = keys.primary(set);
      Tally tally = new Tally(Files.newOutputStream(base));
      try (OutputStream sealed = new Seal(keys, set).seal(tally, id)) {
        DataFolderCopy copy = new DataFolderCopy(layout.postgresData(set.server()), sealed);
        copy.write();
        copy.add("backup_label", one(connection, "select labelfile from pg_backup_stop(false)"));
        copy.finish();
      }
      List<TableFigure> figures;
      String last;
      try (StillPoint point = StillPoint.take(databases, set, Manifest.restorePoint(id))) {
        last = point.walSegment();
        figures = point.figures();
      }
      one(connection, "select pg_switch_wal()");
      wal.awaitSegment(set, last);
      Instant ended = clock.instant();
      Manifest manifest =
          new Manifest(
              id,
              set,
              started.toString(),
              ended.toString(),
              started.plus(period).toString(),
              tally.bytes(),
              tally.sha256(),
              keyId,
              start,
              last,
              version,
              figures);
      store.finish(manifest);
      return manifest;
    } catch (SQLException e) {
      throw new LauncherException(
          "The backup of " + set.folder() + " failed: " + e.getMessage(), e);
    }
  }

  /** At most a minute of commits is only on this machine. */
  private static void archiveEachMinute(Connection connection) throws SQLException {
    execute(connection, "alter system set archive_timeout = '60s'");
    one(connection, "select pg_reload_conf()");
  }

  /**
   * A destroyed key's bytes stay in the page until the table is rewritten; a backup copies pages.
   * Rewriting blocks readers of keys for about a second a million rows, and happens only when a key
   * was destroyed since the last backup.
   */
  private void forgetDestroyedKeys() throws SQLException, IOException {
    Instant since =
        store
            .newest(BackupSet.KEYS)
            .map(last -> Instant.parse(last.startedAt()))
            .orElse(Instant.EPOCH);
    try (Connection connection = databases.administrator(BackupSet.KEYS.databases().getFirst())) {
      boolean there =
          one(connection, "select to_regclass('public.data_key') is not null").equals("t");
      if (there
          && one(
                  connection,
                  "select exists(select 1 from data_key where destroyed_at >= '" + since + "')")
              .equals("t")) {
        execute(connection, "vacuum full data_key");
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
