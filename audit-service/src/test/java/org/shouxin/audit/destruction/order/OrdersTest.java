package org.shouxin.audit.destruction.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.testing.PostgresServer;

@QuarkusTest
@AuditServiceTest
class OrdersTest {
  private static final String[] PLANNED_AS_A_LOOP = {
    "delete from destruction_order_open",
    "insert into destruction_order_open values ('ctl-orders', gen_random_uuid(), 'other', now())",
    "analyze destruction_order_open",
    "set local enable_hashjoin = off",
    "set local enable_mergejoin = off",
    "set local enable_material = off",
    "set local enable_indexscan = off",
    "set local enable_bitmapscan = off",
    "insert into destruction_order_open select 'ctl-orders',"
        + " ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'nowhere',"
        + " now() - interval '1 day' from generate_series(1, 20) n"
  };

  /**
   * With the statistics of a table that was empty, PostgreSQL asks the subquery once for each row:
   * not materialized, it leased all 20, and whoever asked for one got none.
   */
  @Test
  void oneOrderIsLeasedAtATimeHoweverTheDatabasePlansIt() throws SQLException {
    try (Connection connection = PostgresServer.get().administrator("audit");
        Statement statement = connection.createStatement();
        PreparedStatement next = connection.prepareStatement(Orders.NEXT)) {
      connection.setAutoCommit(false);
      for (String one : PLANNED_AS_A_LOOP) {
        statement.execute(one);
      }
      next.setString(1, "nowhere");
      next.setTimestamp(2, Timestamp.from(Instant.now()));
      next.setTimestamp(3, Timestamp.from(Instant.now().plusSeconds(60)));
      int leased = 0;
      try (ResultSet rows = next.executeQuery()) {
        while (rows.next()) {
          leased++;
        }
      }
      connection.rollback();
      assertThat(leased).isEqualTo(1);
    }
  }
}
