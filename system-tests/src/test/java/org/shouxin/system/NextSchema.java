package org.shouxin.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.launcher.Installation;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * What the next version's migrations may do at most, done to every table at once: each gets a
 * further column, and the schema history a version that nobody here knows.
 */
final class NextSchema implements AutoCloseable {
  private static final String TABLES =
      """
      select t.relname from pg_class t join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = 'public' and t.relkind in ('r', 'p') and not t.relispartition
        and t.relname <> 'flyway_schema_history' order by 1
      """;

  private static final String KNOWN_LATER =
      """
      insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
        installed_by, execution_time, success)
      select max(installed_rank) + 1, '9999', 'next version', 'SQL', 'V9999__next_version.sql', 1,
        'next', 1, true from flyway_schema_history
      """;

  private final Installation installation;

  private NextSchema(Installation installation) {
    this.installation = installation;
  }

  /** Returns how many tables were expanded, each in a transaction of its own and under load. */
  int expand() throws SQLException {
    int expanded = 0;
    for (DatabaseName database : DatabaseName.values()) {
      try (Connection administrator = installation.administrator(database);
          Statement statement = administrator.createStatement()) {
        for (String table : tables(statement)) {
          statement.execute(
              "alter table " + table + " add column next_version text not null default 'next'");
          expanded++;
        }
        statement.execute(KNOWN_LATER);
      }
    }
    return expanded;
  }

  static NextSchema of(Installation installation) {
    return new NextSchema(installation);
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  /** Takes it back, for who looks at the databases afterwards. */
  @Override
  public void close() throws SQLException {
    for (DatabaseName database : DatabaseName.values()) {
      try (Connection administrator = installation.administrator(database);
          Statement statement = administrator.createStatement()) {
        for (String table : tables(statement)) {
          statement.execute("alter table " + table + " drop column if exists next_version");
        }
        statement.execute("delete from flyway_schema_history where version = '9999'");
      }
    }
  }
}
