package org.shouxin.audit.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Fills an empty database with a year of accesses up to the end of October 2026: 500 employees, a
 * customer for each 25 accesses, spread evenly; the entries are no canonical ones.
 */
final class GeneratedYear {
  static final int EMPLOYEES = 500;
  private static final String FILL =
      """
      insert into audit_event
        select n, gen_random_uuid(), 'ctl-donghai',
          case when n %% 20 = 0 then 'access.denied' else 'record.read' end, at, at,
          ('00000000-0000-4000-8000-' || lpad(to_hex(n * 7919 %% %2$d), 12, '0'))::uuid, 'employee',
          'E' || n * 104729 %% 500, 'P-0' || 1 + n %% 9, n %% 20 <> 0
        from (select n, timestamptz '2025-11-01Z' + n * (interval '364 days' / %1$d) as at
              from generate_series(bigint '0', %1$d - 1) as n) as t
      """;
  private static final String ENTRIES =
      """
      insert into log_entry
        select n, 'records-service.00000000', n,
          '{"actor":{"branch":"HQ","id":"E' || n * 104729 %% 500 || '","kind":"employee"},"n":' || n || '}'
        from generate_series(bigint '0', %d - 1) as n
      """;

  private GeneratedYear() {}

  /** Needs the superuser's connection; opens the months, fills, and gathers statistics. */
  static void fill(Connection administrator, int events) throws SQLException {
    try (Statement statement = administrator.createStatement()) {
      statement.execute(
          "select open_audit_month(d::date) from generate_series(date '2025-11-01', date '2026-10-01', interval '1 month') as d");
      statement.execute(String.format(Locale.ROOT, FILL, events, Math.max(1, events / 25)));
      statement.execute(String.format(Locale.ROOT, ENTRIES, events));
      statement.execute("analyze audit_event");
      statement.execute("analyze log_entry");
    }
  }
}
