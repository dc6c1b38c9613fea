package org.shouxin.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.PostgresServer;

/** Two replicas and one log: who may write, and what a writer that was paused may not. */
class FencedWriterTest {
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final String SOURCE = "records-service.00000000";

  private String url = "";

  @BeforeEach
  void emptyLog() throws SQLException {
    PostgresServer.get().database("audit");
    url = PostgresServer.get().database("audit_fence");
    Flyway.configure()
        .dataSource(url, "audit_fence_owner", PostgresServer.get().password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
    try (Connection connection = PostgresServer.get().administrator("audit_fence");
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(
          "truncate log_entry, audit_event, source_head; update log_head set size = 0");
    }
  }

  @Test
  void onlyOneReplicaSequencesAndTheOtherTakesOverWhenItsConnectionEnds() throws SQLException {
    try (Connection second = connect()) {
      try (Connection first = connect()) {
        assertThat(new LogWriter(first).lock()).isTrue();
        assertThat(new LogWriter(second).lock()).isFalse();
      }
      LogWriter heir = new LogWriter(second);
      for (int attempt = 0; attempt < 100 && !heir.lock(); attempt++) {
        Thread.onSpinWait();
      }
      assertThat(heir.size()).isZero();
    }
  }

  @Test
  void aWriterThatWasPausedPastItsLockIsRefusedByTheHeadAndStoresNothing() throws SQLException {
    try (Connection paused = connect();
        Connection successor = connect()) {
      LogWriter sleeper = new LogWriter(paused);
      LogWriter heir = new LogWriter(successor);
      assertThat(heir.append(0, entries(0, 3), Map.of(SOURCE, 3L))).isTrue();

      assertThat(sleeper.append(0, entries(0, 5), Map.of(SOURCE, 5L))).isFalse();

      assertThat(heir.ends()).isEqualTo(new EntryStore.Ends(3, 3));
      assertThat(heir.sourceHeads()).containsEntry(SOURCE, 3L);
    }
  }

  @Test
  void aBatchThatCannotBeStoredLeavesNothingBehind() throws SQLException {
    try (Connection connection = connect()) {
      LogWriter writer = new LogWriter(connection);
      writer.append(0, entries(0, 2), Map.of(SOURCE, 2L));
      assertThat(failure(writer)).contains("log_entry_once");
      assertThat(writer.size()).isEqualTo(2);
      assertThat(writer.append(2, entries(2, 4), Map.of(SOURCE, 4L))).isTrue();
    }
  }

  @Test
  void eachMonthOfRecordingHasAPartitionOfItsOwn() throws SQLException {
    try (Connection administrator = PostgresServer.get().administrator("audit_fence")) {
      LogWriter writer = new LogWriter(administrator);
      writer.openMonth(LocalDate.of(2026, 11, 22));
      writer.openMonth(LocalDate.of(2026, 11, 30));
      writer.append(0, entries(0, 1), Map.of(SOURCE, 1L));
      try (Statement statement = administrator.createStatement();
          ResultSet rows =
              statement.executeQuery("select tableoid::regclass::text from audit_event")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("audit_event_202611");
      }
    }
  }

  private static String failure(LogWriter writer) {
    try {
      writer.append(2, entries(1, 4), Map.of(SOURCE, 4L));
      return "";
    } catch (SQLException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static List<PreparedEntry> entries(int from, int to) {
    return java.util.stream.IntStream.range(from, to).mapToObj(FencedWriterTest::entry).toList();
  }

  private static PreparedEntry entry(int position) {
    return new PreparedEntry(
        SOURCE,
        position,
        Ids.random(),
        "ctl-donghai",
        "record.read",
        NOW,
        NOW,
        null,
        "employee",
        "1024",
        null,
        null,
        "{\"n\":" + position + "}",
        "{}");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "audit_fence", PostgresServer.get().password());
  }
}
