package org.shouxin.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.launcher.Cache;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.FreePorts;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.launcher.postgres.Databases;
import org.shouxin.launcher.postgres.ServerProcess;
import org.shouxin.launcher.process.Children;

/** Backups are restored for use, or deleted early, by two people only (R-RC-08). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupCustodyTest {
  private static final Approval NOT_GIVEN =
      (act, recordsBackup, keysBackup) -> {
        throw new LauncherException("BACKUP_ACCESS_CONFLICT");
      };

  private final List<String> used = new ArrayList<>();
  private final Approval given =
      (act, recordsBackup, keysBackup) -> used.add(act + " " + recordsBackup + " " + keysBackup);
  private Layout layout;
  private SmallBook book;
  private ErasedPerson living;

  @BeforeAll
  void servers(@TempDir Path home) throws IOException, SQLException, GeneralSecurityException {
    layout = Layout.of(home, FreePorts.offset());
    book = new SmallBook(layout);
    living = book.person("李雷");
  }

  @AfterAll
  void stop() {
    book.close();
  }

  @BeforeEach
  void noBackupYet() throws IOException, SQLException {
    used.clear();
    Cache.deleteAll(layout.home().resolve("backup"));
    Cache.deleteAll(into());
    book.execute(DatabaseName.AUDIT, "truncate log_entry restart identity");
  }

  @Test
  void aRestoreForUseStartsAgainWithoutWhomTheLedgerNamesAndElseLeavesNothing() throws Exception {
    ErasedPerson erased = book.person("韩梅梅");
    List<CatalogueLine> taken = backups().take();
    book.destroy(erased);
    backups().follow();
    Path ledger = layout.home().resolve("backup/erasure-ledger.jsonl");
    Files.writeString(ledger, "");
    assertThat(restore(taken, given).faults())
        .containsExactly("ERASED_READABLE ctl-test/" + erased.subjectRef() + " VALUE");
    assertThat(into()).doesNotExist();

    Files.delete(ledger);
    DrillReport report = restore(taken, given);
    assertThat(report.faults()).isEmpty();
    assertThat(report.revived()).isEqualTo(1);
    String both = "RESTORE " + taken.getFirst().id() + " " + taken.getLast().id();
    assertThat(used).containsExactly(both, both);
    assertThat(keysIn(into().resolve("keys/data")))
        .contains(living.subjectRef())
        .doesNotContain(erased.subjectRef());
    assertThat(into().resolve("records/data/pg_hba.conf"))
        .hasSameTextualContentAs(layout.postgresData(Component.POSTGRESQL).resolve("pg_hba.conf"));
  }

  @Test
  void withoutAnApprovalNothingIsRestoredOrDeletedAndWithOneTheNamedBackupAlone() throws Exception {
    Path second = layout.home().resolve("elsewhere");
    List<CatalogueLine> taken = backups().at(null, second).take();
    CatalogueLine keys = taken.getLast();
    assertThatThrownBy(() -> restore(taken, NOT_GIVEN)).hasMessage("BACKUP_ACCESS_CONFLICT");
    assertThatThrownBy(() -> backups().custody(NOT_GIVEN).delete(null, keys.id()))
        .hasMessage("BACKUP_ACCESS_CONFLICT");
    assertThat(into()).doesNotExist();
    assertThat(backups().list()).isEqualTo(taken);

    assertThat(backups().custody(given).delete(null, keys.id())).containsExactly(keys);
    assertThat(used).containsExactly("DELETE null " + keys.id());
    assertThat(backups().list()).containsExactly(taken.getFirst());
    assertThat(second.resolve("keys").resolve(keys.id())).doesNotExist();
    assertThatThrownBy(() -> backups().custody(given).delete(null, keys.id()))
        .hasMessage("There is no backup keys/" + keys.id() + ".");
    assertThat(used).as("what is not there uses up no approval").hasSize(1);
    Cache.deleteAll(second);
    Files.delete(layout.home().resolve("backup.properties"));
  }

  private DrillReport restore(List<CatalogueLine> taken, Approval approval) throws IOException {
    return backups()
        .restore(
            taken.getFirst().id(),
            taken.getLast().id(),
            RestoreTarget.STILL_POINT,
            into(),
            approval);
  }

  /** Whose keys a server finds that is started on that folder. */
  private List<String> keysIn(Path data) throws IOException, SQLException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/keys";
    ServerProcess server =
        new ServerProcess(
            "postgresql-kept", layout.cache(), data, port, into().resolve("server.log"));
    Path run = Files.createDirectories(into().resolve("run"));
    try (Children children = new Children(run, line -> {})) {
      server.start(children, Map.of("archive_mode", "off"), () -> open(url), 60_000);
      try (Connection connection = open(url);
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "select customer_id::text from data_key where wrapped is not null")) {
        List<String> found = new ArrayList<>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    }
  }

  private Connection open(String url) throws SQLException {
    return DriverManager.getConnection(
        url, Databases.ADMINISTRATOR, book.databases().password(Databases.ADMINISTRATOR));
  }

  private Backups backups() throws IOException {
    return Backups.of(layout, Clock.systemUTC());
  }

  private Path into() {
    return layout.home().resolve("restored");
  }
}
