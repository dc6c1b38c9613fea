package org.shouxin.audit.verifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.PostgresServer;

/**
 * A dishonest administrator changes every kind of stored thing directly in PostgreSQL, past
 * triggers and grants; the verifier finds each and names it, and raises no alarm once the honest
 * state is back.
 */
@QuarkusTest
@AuditServiceTest
class TamperedDatabaseTest {
  private static final List<String> TABLES =
      List.of("log_entry", "log_tile", "log_checkpoint", "audit_event", "source_head");

  private Connection pause;

  @BeforeEach
  void publishedLogOfSeveralTiles() throws InterruptedException, SQLException {
    if (size() < 600) {
      new Reporter().report(Reporter.many(300, Ids.random()));
      new Reporter().report(Reporter.many(300, Ids.random()));
    }
    pause = PostgresServer.get().administrator("audit");
    pause.setAutoCommit(false);
    while (size() < 600 || !isPaused()) {
      pause.rollback();
      Thread.sleep(50);
    }
  }

  @AfterEach
  void theLogGoesOn() throws SQLException {
    pause.close();
  }

  /**
   * Holds the head's row, without which nothing is sequenced, once all of the log is published:
   * what the service does by itself meanwhile waits, so that putting tables back loses no entry.
   */
  private boolean isPaused() throws SQLException {
    try (Statement statement = pause.createStatement();
        ResultSet head = statement.executeQuery("select size from log_head for update")) {
      head.next();
      return head.getLong(1) == size();
    }
  }

  static Stream<Arguments> tamperings() {
    return Stream.of(
        Arguments.of(
            "update log_entry set entry = replace(entry, 'P-12', 'P-11') where log_index = 300",
            "entry 300 was changed after signing"),
        Arguments.of(
            "update log_entry set entry = entry || ' ' where log_index = 0",
            "entry 0 was changed after signing"),
        Arguments.of("delete from log_entry where log_index = 77", "entry 77 was deleted"),
        Arguments.of("delete from log_entry where log_index = 255", "entry 255 was deleted"),
        Arguments.of(
            "delete from log_entry where log_index between 400 and 410",
            "entries 400 to 410 were deleted"),
        Arguments.of(
            "update log_entry a set entry = b.entry from log_entry b where (a.log_index, b.log_index) in ((5, 9), (9, 5))",
            "entry 5 was exchanged with entry 9"),
        Arguments.of(
            "update log_entry a set entry = b.entry from log_entry b where a.log_index = 20 and b.log_index = 30",
            "entry 20 holds what was signed as entry 30"),
        Arguments.of(
            "update log_entry set log_index = log_index + 1000000 where log_index >= 100; update log_entry set log_index = log_index - 999999 where log_index >= 1000000; insert into log_entry values (100, 'forged', 0, '{}')",
            "entry 100 was inserted after signing"),
        Arguments.of(
            "delete from log_entry where log_index = 100; update log_entry set log_index = log_index + 1000000 where log_index > 100; update log_entry set log_index = log_index - 1000001 where log_index > 1000000",
            "entry 100 was deleted"),
        Arguments.of(
            "update log_tile set hashes = set_byte(hashes, 64, get_byte(hashes, 64) # 1) where tile_level = 0 and tile_index = 1",
            "the stored hash tile 0/1 was changed"),
        Arguments.of(
            "delete from log_tile where tile_level = 0 and tile_index = 0",
            "the stored hash tile 0/0 is missing"),
        Arguments.of(
            "update log_checkpoint set note = replace(note, chr(10) || size || chr(10), chr(10) || size + 1 || chr(10)) where size = (select max(size) from log_checkpoint)",
            "bears no valid signature"),
        Arguments.of(
            "update log_checkpoint set size = size + 1000000 where size = (select max(size) from log_checkpoint)",
            "the stored checkpoint of size"),
        Arguments.of(
            "update audit_event set subject_ref = gen_random_uuid() where log_index = 10",
            "the index row of entry 10 was changed: subject_ref"),
        Arguments.of(
            "update audit_event set actor_id = 'partner-beichen' where log_index = 11",
            "the index row of entry 11 was changed: actor_id"),
        Arguments.of(
            "update audit_event set type = 'consent.given' where log_index = 12",
            "the index row of entry 12 was changed: type"),
        Arguments.of(
            "update audit_event set occurred_at = occurred_at - interval '1 day' where log_index = 13",
            "the index row of entry 13 was changed: occurred_at"),
        Arguments.of(
            "update audit_event set controller_id = 'ctl-xinghe' where log_index = 14",
            "the index row of entry 14 was changed: controller_id"),
        Arguments.of(
            "update audit_event set event_id = gen_random_uuid() where log_index = 15",
            "the index row of entry 15 was changed: event_id"),
        Arguments.of(
            "delete from audit_event where log_index = 16", "entry 16 is missing in the index"),
        Arguments.of(
            "insert into audit_event select * from audit_event where log_index = 17",
            "the index holds entry 17 twice"),
        Arguments.of(
            "update source_head set next_position = next_position - 1 where next_position > 1",
            "was set back to "));
  }

  @ParameterizedTest
  @MethodSource("tamperings")
  void everyChangeIsFoundAndNamed(String tampering, String finding) throws SQLException {
    try (Connection administrator = PostgresServer.get().administrator("audit");
        Statement statement = administrator.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (String table : TABLES) {
        statement.execute("create temp table kept_" + table + " as select * from " + table);
      }
      try {
        statement.execute(tampering);
        assertThat(verify()).startsWith("FAIL ").contains(finding);
      } finally {
        for (String table : TABLES) {
          statement.execute("delete from " + table);
          statement.execute("insert into " + table + " select * from kept_" + table);
        }
      }
      assertThat(verify()).startsWith("OK ");
    }
  }

  @Test
  void aDetachedMonthOfTheIndexBreaksNoProofAndRaisesNoAlarm() throws SQLException {
    try (Connection administrator = PostgresServer.get().administrator("audit");
        Statement statement = administrator.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(
          "create temp table kept as select * from audit_event where log_index < 256");
      statement.execute("delete from audit_event where log_index < 256");
      assertThat(verify()).startsWith("OK ");
      statement.execute("insert into audit_event select * from kept");
    }
    assertThat(verify()).startsWith("OK ");
  }

  private static long size() {
    String[] lines = given().get("/tlog/checkpoint").asString().split("\n");
    return lines.length > 2 ? Long.parseLong(lines[1]) : 0;
  }

  private static String verify() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    VerifyLog.run(
        new PrintStream(said, true, StandardCharsets.UTF_8),
        "http://localhost:" + RestAssured.port + "/tlog",
        "--database",
        PostgresServer.get().database("audit"),
        "--user",
        "postgres");
    return said.toString(StandardCharsets.UTF_8);
  }
}
