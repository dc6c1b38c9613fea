package org.shouxin.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.shouxin.testing.PostgresServer;

/** What the log never does: sign below, or inconsistently with, what it signed before. */
class ForkProtectionTest {
  private static final LogKey KEY =
      new LogKey("example.com/log", VerifierKey.ED25519, new byte[32]);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private PGSimpleDataSource runtime = new PGSimpleDataSource();

  @BeforeEach
  void emptyLog() throws SQLException {
    PostgresServer.get().database("audit");
    String url = PostgresServer.get().database("audit_fork");
    Flyway.configure()
        .dataSource(url, "audit_fork_owner", PostgresServer.get().password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
    runtime = new PGSimpleDataSource();
    runtime.setUrl(url);
    runtime.setUser("audit_fork");
    runtime.setPassword(PostgresServer.get().password());
    asAdministrator("truncate log_entry, log_tile, log_checkpoint; update log_head set size = 0");
  }

  @Test
  void aRestartGoesOnWhereTheLastCheckpointStood() throws SQLException, IOException {
    append(0, 600);
    Publication before = sign(started());
    append(600, 700);
    Integrator again = started();
    Publication after = sign(again);
    assertThat(after.checkpoint().size()).isEqualTo(700);
    assertThat(after.tree().rootOf(600)).isEqualTo(before.checkpoint().root());
  }

  @Test
  void oneSizeHasOneCheckpointHoweverOftenTheServiceRestartsAndHoweverTheClockJumps()
      throws SQLException, IOException {
    append(0, 10);
    Publication first = sign(started());
    Publication second = sign(started(Clock.offset(CLOCK, Duration.ofDays(-400))));
    assertThat(second.note()).isEqualTo(first.note());
    assertThat(started().sign().map(Publication::note)).contains(first.note());
  }

  @Test
  void aCrashBetweenFileAndDatabaseLosesNothingAndForksNothing() throws SQLException, IOException {
    append(0, 10);
    Publication lost = sign(started());
    asAdministrator("delete from log_checkpoint where size = 10");
    append(10, 20);
    Publication next = sign(started());
    assertThat(next.checkpoint().size()).isEqualTo(20);
    assertThat(next.tree().rootOf(10)).isEqualTo(lost.checkpoint().root());
  }

  @Test
  void aDatabaseSetBackBehindTheSignedCheckpointHaltsTheLog() throws SQLException, IOException {
    append(0, 300);
    sign(started());
    append(300, 400);
    sign(started());
    asAdministrator(
        "delete from log_entry where log_index >= 300; delete from log_checkpoint where size > 300;"
            + " update log_head set size = 300");
    assertThatThrownBy(this::started)
        .isInstanceOf(CorruptLogException.class)
        .hasMessage("the database holds 300 entries, but 400 were signed; it was set back");
  }

  @Test
  void aRestoredLogThatGrewAnotherHistoryIsNotSigned() throws SQLException, IOException {
    append(0, 300);
    sign(started());
    asAdministrator(
        "update log_entry set entry = '{\"other\":true}' where log_index = 280;"
            + " delete from log_checkpoint");
    append(300, 500);
    assertThatThrownBy(this::started)
        .isInstanceOf(CorruptLogException.class)
        .hasMessage("the stored log of size 300 has another root than was signed");
  }

  @Test
  void aChangedTileIsFoundBeforeTheNextSignature() throws SQLException, IOException {
    append(0, 600);
    sign(started());
    asAdministrator(
        "update log_tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) where tile_index = 1");
    assertThatThrownBy(this::started).isInstanceOf(CorruptLogException.class);
  }

  @Test
  void entriesThatVanishBeforeTheyWereSignedHaltTheLog() throws SQLException, IOException {
    append(0, 10);
    Integrator integrator = started();
    asAdministrator("delete from log_entry where log_index = 4");
    assertThatThrownBy(integrator::sign)
        .isInstanceOf(CorruptLogException.class)
        .hasMessage("entries of [0, 10) are missing");
  }

  @Test
  void aCheckpointBySomebodyElsesKeyIsNotTakenForOurs() throws SQLException, IOException {
    append(0, 10);
    sign(started());
    byte[] seed = new byte[32];
    seed[0] = 1;
    LogKey other = new LogKey("example.com/log", VerifierKey.ED25519, seed);
    Files.writeString(
        file(), other.sign(new Checkpoint("example.com/log", 5, KEY_ROOT).text()).toString());
    assertThatThrownBy(this::started)
        .hasMessage("the checkpoint file is not signed by this log's key");
  }

  @Test
  void aRotatedKeyGoesOnWithTheSameLogAndWhoKnowsOnlyTheOldOneStillVerifies()
      throws SQLException, IOException {
    append(0, 300);
    Publication old = sign(started());
    byte[] seed = new byte[32];
    seed[0] = 7;
    LogKey fresh = new LogKey("example.com/log", VerifierKey.ED25519, seed);
    append(300, 400);
    assertThatThrownBy(() -> started(new SigningKeys(fresh, Optional.empty())))
        .hasMessage("the newest checkpoint in the database is not signed by this log's key");

    Publication during = sign(started(new SigningKeys(fresh, Optional.of(KEY))));
    assertThat(during.note().isSignedBy(fresh.verifierKey())).isTrue();
    assertThat(during.note().isSignedBy(KEY.verifierKey())).isTrue();
    assertThat(during.tree().rootOf(300)).isEqualTo(old.checkpoint().root());

    append(400, 500);
    Publication after = sign(started(new SigningKeys(fresh, Optional.empty())));
    assertThat(after.note().isSignedBy(fresh.verifierKey())).isTrue();
    assertThat(after.note().isSignedBy(KEY.verifierKey())).isFalse();
    assertThat(after.tree().rootOf(300)).isEqualTo(old.checkpoint().root());
    assertThat(old.note().isSignedBy(KEY.verifierKey())).isTrue();
  }

  @Test
  void aSecondProcessWithTheSameFileThatSignedMoreStopsThisOne() throws SQLException, IOException {
    append(0, 10);
    Integrator slow = started();
    append(10, 20);
    sign(started());
    asAdministrator("update log_head set size = 15");
    assertThatThrownBy(slow::sign)
        .isInstanceOf(CorruptLogException.class)
        .hasMessage("size 20 was signed already, so 15 is not");
  }

  @Test
  void aFileThatCannotBeWrittenPublishesNothingAndSigningGoesOnWhenItCan()
      throws SQLException, IOException {
    append(0, 300);
    Path blocked = folder.resolve("full");
    Files.writeString(blocked, "a file where a folder is needed");
    Integrator integrator =
        new Integrator(
            new LogStore(runtime), KEY, new DurableFile(blocked.resolve("checkpoint")), CLOCK);
    integrator.load();
    assertThatThrownBy(integrator::sign).isInstanceOf(IOException.class);
    assertThat(new LogStore(runtime).latestCheckpoint()).isEmpty();

    Files.delete(blocked);
    integrator.load();
    assertThat(sign(integrator).checkpoint().size()).isEqualTo(300);
  }

  @Test
  void aFollowingReplicaPublishesWhatTheLeaderSignedAfterCheckingIt()
      throws SQLException, IOException {
    Integrator follower = new Integrator(new LogStore(runtime), KEY, elsewhere(), CLOCK);
    follower.load();
    append(0, 300);
    Publication signed = sign(started());
    assertThat(follower.follow().map(Publication::note)).contains(signed.note());
    append(300, 600);
    sign(started());
    asAdministrator("update log_entry set entry = '{}' where log_index = 400");
    assertThatThrownBy(follower::follow)
        .hasMessage("the stored log of size 600 has another root than was signed");
  }

  private static final org.shouxin.audit.log.Hash KEY_ROOT = org.shouxin.audit.log.Hash.EMPTY_TREE;

  private Integrator started() throws SQLException, IOException {
    return started(CLOCK);
  }

  private Integrator started(SigningKeys keys) throws SQLException, IOException {
    Integrator integrator =
        new Integrator(new LogStore(runtime), keys, new DurableFile(file()), CLOCK);
    integrator.load();
    return integrator;
  }

  private Integrator started(Clock clock) throws SQLException, IOException {
    Integrator integrator =
        new Integrator(new LogStore(runtime), KEY, new DurableFile(file()), clock);
    integrator.load();
    return integrator;
  }

  private static Publication sign(Integrator integrator) throws SQLException, IOException {
    return integrator.sign().orElseThrow();
  }

  private Path file() {
    return folder.resolve("checkpoint");
  }

  private DurableFile elsewhere() {
    return new DurableFile(folder.resolve("other"));
  }

  private void append(int from, int to) throws SQLException {
    asAdministrator(
        "insert into log_entry select n, 'test.00000000', n, '{\"n\":' || n || '}' from generate_series(%d, %d) n; update log_head set size = %d"
            .formatted(from, to - 1, to));
  }

  private static void asAdministrator(String sql) throws SQLException {
    try (Connection connection = PostgresServer.get().administrator("audit_fork");
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(sql);
    }
  }
}
