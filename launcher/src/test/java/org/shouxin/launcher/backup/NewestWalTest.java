package org.shouxin.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.launcher.FreePorts;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.launcher.process.Children;

/** What was written after a backup is in the archive (R-RC-08: RPO). */
class NewestWalTest {
  @Test
  void aRestoreToTheNewestWalHasWhatWasWrittenAfterTheBackup(@TempDir Path home) throws Exception {
    Layout layout = Layout.of(home, FreePorts.offset());
    try (SmallBook book = new SmallBook(layout)) {
      book.person("李雷");
      Backups backups = Backups.of(layout, Clock.systemUTC());
      backups.take();
      book.execute(
          DatabaseName.CONSENT, "insert into presentation (told_at) values (now())", "select 1");
      try (Connection server = book.databases().administrator(DatabaseName.CONSENT);
          Statement statement = server.createStatement()) {
        statement.execute("select pg_switch_wal()");
        statement.execute("checkpoint");
      }
      awaitSpool(layout);
      DrillReport report = backups.drill(RestoreTarget.NEWEST);
      assertThat(report.faults()).isEmpty();
      assertThat(report.livingOpened()).isEqualTo(1);
      assertThat(presentations(layout, book)).isEqualTo(1);
    }
  }

  private static void awaitSpool(Layout layout) throws Exception {
    Path spool = layout.walSpool(BackupSet.RECORDS.server());
    for (int tries = 0; tries < 300; tries++) {
      try (var files = Files.list(spool)) {
        if (files.anyMatch(file -> file.toString().matches(".*/[0-9A-F]{24}"))) {
          return;
        }
      }
      Thread.sleep(100);
    }
  }

  private static long presentations(Layout layout, SmallBook book) throws Exception {
    BackupSettings settings = BackupSettings.read(layout.home());
    BackupKeys keys = new BackupKeys(settings.keyFolder());
    BackupStore store = new BackupStore(settings.locations(), keys);
    Path scratch = Files.createDirectories(layout.home().resolve("scratch"));
    Path run = Files.createDirectories(scratch.resolve("run"));
    try (Children children = new Children(run, line -> {})) {
      RestoredServer restored =
          RestoredServer.restore(
              store.newest(BackupSet.RECORDS).orElseThrow(),
              RestoreTarget.NEWEST,
              Durability.SCRATCH,
              store,
              keys,
              layout,
              book.databases(),
              scratch,
              children);
      try (Connection consent = restored.connect("consent");
          Statement statement = consent.createStatement();
          ResultSet row = statement.executeQuery("select count(*) from presentation")) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
