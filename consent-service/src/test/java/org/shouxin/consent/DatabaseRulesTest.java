package org.shouxin.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouxin.testing.PostgresServer;

@QuarkusTest
@ConsentServiceTest
class DatabaseRulesTest {

  /** Tables whose migration says why they have no row-level security. */
  private static final Set<String> SHARED =
      Set.of(
          "audit_outbox",
          "audit_outbox_cursor",
          "flyway_schema_history",
          "receipt_key",
          "retention_class",
          "case_notice_mail",
          "duty_clock_open",
          "stop_order_due",
          "deletion_request_due",
          "duty_extension",
          "duty_period",
          "major_complaint_rule",
          "retention_change",
          "erasure_waiting",
          "clearance_rule",
          "course",
          "test_question",
          "undertaking",
          "account_task",
          "review_rule",
          "review_schedule",
          "role_conflict",
          "reassignment");

  @Test
  void everyTableIsBoundToItsControllerOrSaysWhyNot() throws SQLException {
    assertThat(
            query(
                "select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname = 'public' and relkind = 'r' and not relrowsecurity"))
        .isSubsetOf(SHARED);
  }

  @Test
  void everyTableAndColumnIsExplained() throws SQLException {
    assertThat(
            query(
                "select c.relname || '.' || coalesce(a.attname, '') from pg_class c"
                    + " join pg_namespace n on n.oid = c.relnamespace"
                    + " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
                    + " where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'flyway_schema_history'"
                    + " and (col_description(c.oid, a.attnum) is null or obj_description(c.oid) is null)"))
        .isEmpty();
  }

  @Test
  void theServiceCannotRewriteHistory() throws SQLException {
    for (String table :
        List.of(
            "notice",
            "notice_presentation",
            "recipient_history",
            "consent_decision",
            "certificate",
            "undertaking_signature")) {
      try (Connection connection = service();
          Statement statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute("delete from " + table))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
      assertThatThrownBy(() -> query("with gone as (delete from " + table + ") select ''"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void withoutAControllerTheServiceSeesNoRows() throws SQLException {
    Broker.open().share(Broker.newCustomer());
    try (Connection connection = service();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from consent_record")) {
      rows.next();
      assertThat(rows.getLong(1)).isZero();
    }
  }

  private static Connection service() throws SQLException {
    PostgresServer server = PostgresServer.get();
    return DriverManager.getConnection(server.database("consent"), "consent", server.password());
  }

  private static List<String> query(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = PostgresServer.get().administrator("consent");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
