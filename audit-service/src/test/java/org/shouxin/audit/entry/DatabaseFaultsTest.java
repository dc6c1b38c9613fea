package org.shouxin.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that crashes or is full under load (issue 5, bad input). */
class DatabaseFaultsTest {
  private static final String FULL =
      """
      create function is_full() returns trigger language plpgsql as $$
      begin
        raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
      end $$;
      create trigger full_disk before insert on log_entry for each statement execute function is_full()
      """;

  @TempDir Path folder;

  @Test
  void aCrashedDatabaseAndOneWithoutSpaceLoseNothingAcknowledgedAndTheLogGoesOnByItself()
      throws IOException, SQLException, InterruptedException {
    try (OwnServer server = OwnServer.start(Files.createDirectory(folder.resolve("data")));
        ReplicaProcess replica = ReplicaProcess.start(server.url(), "audit", folder)) {
      replica.awaitMore("ACK", 30);
      server.killAndStartAgain();
      replica.awaitMore("ACK", 30);

      administer(server, FULL);
      int before = replica.said("ACK").size();
      Thread.sleep(1_000);
      assertThat(replica.said("ACK").size() - before).isLessThanOrEqualTo(3);
      administer(server, "drop trigger full_disk on log_entry");
      replica.awaitMore("ACK", 30);
      replica.awaitMore("SHOWN", 3);

      replica.close();
      assertThat(replica.said("HALTED")).isEmpty();
      try (Connection administrator = server.administrator("audit")) {
        KeptLog.assertSound(administrator, replica.said("ACK"), replica.said("SHOWN"));
      }
    }
  }

  @Test
  void aTablespaceThatIsReallyFullIsTheSame()
      throws IOException, SQLException, InterruptedException {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 4);
        OwnServer server = OwnServer.start(Files.createDirectory(folder.resolve("data")))) {
      administer(server, "create tablespace small location '" + disk.path() + "'");
      administer(server, "alter table log_entry set tablespace small");
      try (ReplicaProcess replica = ReplicaProcess.start(server.url(), "audit", folder)) {
        replica.awaitMore("ACK", 30);
        disk.fill();
        replica.awaitQuiet("ACK", 2_000);
        disk.free();
        replica.awaitMore("ACK", 30);
        replica.awaitMore("SHOWN", 3);
        replica.close();
        assertThat(replica.said("HALTED")).isEmpty();
        try (Connection administrator = server.administrator("audit")) {
          KeptLog.assertSound(administrator, replica.said("ACK"), replica.said("SHOWN"));
        }
      }
    }
  }

  private static void administer(OwnServer server, String sql) throws SQLException {
    try (Connection administrator = server.administrator("audit");
        Statement statement = administrator.createStatement()) {
      statement.execute(sql);
    }
  }
}
