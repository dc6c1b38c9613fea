package org.shouxin.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.shouxin.audit.log.EntryBundle;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.HashTile;
import org.shouxin.audit.log.ProofCheck;
import org.shouxin.audit.log.TileAddress;
import org.shouxin.audit.log.TreeSnapshot;
import org.shouxin.audit.verifier.VerifyLog;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.PostgresServer;

/** What the law asks for raises no alarm: months leave the index, people's keys are destroyed. */
class DetachedMonthTest {
  private static final LogKey KEY =
      new LogKey("example.com/log", VerifierKey.ED25519, new byte[32]);
  private static final int SIZE = 300;

  @TempDir Path folder;

  private String url = "";
  private PGSimpleDataSource database = new PGSimpleDataSource();

  @BeforeEach
  void threeMonths() throws SQLException {
    PostgresServer.get().database("audit");
    url = PostgresServer.get().database("audit_detach");
    Flyway.configure()
        .dataSource(url, "audit_detach_owner", PostgresServer.get().password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
    database = new PGSimpleDataSource();
    database.setUrl(url);
    database.setUser("audit_detach");
    database.setPassword(PostgresServer.get().password());
    administer(
        "set session_replication_role = replica; truncate log_entry, log_tile, log_checkpoint");
    administer("drop table if exists audit_event_202501, audit_event_202502, audit_event_202503");
    administer("drop table if exists audit_event_299901");
    for (String month : List.of("2025-01-01", "2025-02-01", "2025-03-01", "2999-01-01")) {
      try (Connection owner = connect("audit_detach_owner");
          Statement statement = owner.createStatement()) {
        statement.execute("select open_audit_month('" + month + "')");
      }
    }
    administer(
        "insert into log_entry values "
            + IntStream.range(0, SIZE)
                .mapToObj(index ->
                    "(%d, 'records-service.00000000', %d, '%s')"
                        .formatted(index, index, entry(index)))
                .collect(Collectors.joining(", ")));
    administer(
        "insert into audit_event select log_index, (e ->> 'eventId')::uuid, e ->> 'controllerId', e ->> 'type',"
            + " (e ->> 'occurredAt')::timestamptz, (e ->> 'recordedAt')::timestamptz, null, e -> 'actor' ->> 'kind',"
            + " e -> 'actor' ->> 'id' from (select log_index, entry::json as e from log_entry) as l");
    administer("set session_replication_role = replica; update log_head set size = " + SIZE);
  }

  @Test
  void anOldMonthLeavesTheIndexAndEveryProofAndTheWholeLogStillVerify()
      throws SQLException, IOException {
    Integrator integrator =
        new Integrator(
            new LogStore(database),
            KEY,
            new DurableFile(folder.resolve("kept")),
            Clock.systemUTC());
    integrator.load();
    Publication published = integrator.sign().orElseThrow();
    export(published);
    assertThat(verify()).startsWith("OK 300 entries");

    detach("2025-01-15");

    assertThat(count("select count(*) from audit_event")).isEqualTo(200);
    assertThat(count("select count(*) from audit_event_202501")).isEqualTo(100);
    assertThat(verify()).startsWith("OK 300 entries");
    TreeSnapshot tree = published.tree();
    Hash leaf = Hash.ofLeaf(new LogStore(database).findEntry(7).orElseThrow());
    assertThat(ProofCheck.includes(7, SIZE, leaf, tree.inclusionProof(7, SIZE), tree.root()))
        .isTrue();
    Integrator afterRestart =
        new Integrator(
            new LogStore(database),
            KEY,
            new DurableFile(folder.resolve("kept")),
            Clock.systemUTC());
    afterRestart.load();
    assertThat(afterRestart.sign().map(Publication::note)).contains(published.note());
  }

  @Test
  void monthsLeaveInOrderNeverWhileTheyAreWrittenAndOnlyByTheOwnersHand() {
    assertThatThrownBy(() -> detach("2025-02-01"))
        .hasMessageContaining("an older month than 2025-02-01 is still attached");
    assertThatThrownBy(() -> detach("2999-01-01"))
        .hasMessageContaining("month 2999-01-01 may still be written to");
    assertThatThrownBy(() -> detachAs("audit_detach", "2025-01-01"))
        .hasMessageContaining("permission denied");
  }

  private static String entry(int index) {
    String at = "2025-%02d-10T02:00:%02dZ".formatted(1 + index / 100, index % 60);
    return ("{\"actor\":{\"id\":\"1024\",\"kind\":\"employee\"},\"controllerId\":\"ctl-donghai\","
            + "\"eventId\":\"%s\",\"occurredAt\":\"%s\",\"recordedAt\":\"%s\","
            + "\"source\":\"records-service.00000000\",\"sourcePosition\":%d,\"type\":\"record.read\"}")
        .formatted(Ids.random(), at, at, index);
  }

  private void export(Publication published) throws IOException, SQLException {
    Files.writeString(folder.resolve("checkpoint"), published.note().toString());
    Files.writeString(folder.resolve("vkey"), KEY.verifierKey() + "\n");
    for (int first = 0; first < SIZE; first += HashTile.WIDTH) {
      int end = Math.min(SIZE, first + HashTile.WIDTH);
      byte[] bundle = EntryBundle.write(new LogStore(database).entries(first, end));
      write(TileAddress.ENTRIES, first / HashTile.WIDTH, end - first, bundle);
      write(0, first / HashTile.WIDTH, end - first, tile(published, 0, first, end - first));
    }
    write(1, 0, 1, tile(published, 1, 0, 1));
  }

  private static byte[] tile(Publication published, int level, int first, int width) {
    return published.tree().tile(level, first / HashTile.WIDTH, width);
  }

  private void write(int level, int index, int width, byte[] bytes) throws IOException {
    Path file = folder.resolve("tile").resolve(new TileAddress(level, index, width).path());
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private String verify() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    VerifyLog.run(
        new PrintStream(said, true, StandardCharsets.UTF_8),
        folder.toString(),
        "--database",
        url,
        "--user",
        "postgres");
    return said.toString(StandardCharsets.UTF_8);
  }

  private void detach(String day) throws SQLException {
    detachAs("audit_detach_owner", day);
  }

  private void detachAs(String role, String day) throws SQLException {
    try (Connection connection = connect(role);
        Statement statement = connection.createStatement()) {
      statement.execute("select detach_audit_month('" + day + "')");
    }
  }

  private Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(url, role, PostgresServer.get().password());
  }

  private static void administer(String sql) throws SQLException {
    try (Connection administrator = PostgresServer.get().administrator("audit_detach");
        Statement statement = administrator.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(String sql) throws SQLException {
    try (Connection administrator = PostgresServer.get().administrator("audit_detach");
        Statement statement = administrator.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
