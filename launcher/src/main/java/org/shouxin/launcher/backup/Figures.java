package org.shouxin.launcher.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Counts and digests of all tables of a database; by the database itself, nothing is fetched. */
final class Figures {
  /** Rows are compared as text, so their text must not depend on who asks. */
  private static final String ONE_TEXT =
      "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';"
          + " set bytea_output = 'hex'; set extra_float_digits = 1";

  private static final String TABLES =
      """
      select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and c.relpersistence = 'p'
         and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
       order by 1, 2\
      """;

  private Figures() {}

  /** A table of the connection's database. */
  record Table(String schema, String name) {
    /** For SQL. */
    String quoted() {
      return quote(schema) + "." + quote(name);
    }

    private static String quote(String name) {
      return '"' + name.replace("\"", "\"\"") + '"';
    }
  }

  static List<Table> tables(Connection connection) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(new Table(rows.getString(1), rows.getString(2)));
      }
    }
    return tables;
  }

  /** The figure of one table as the connection's transaction sees it. */
  static TableFigure of(Connection connection, String database, Table table) throws SQLException {
    String query =
        """
        select count(*), coalesce(sum(('x' || substr(h, 1, 16))::bit(64)::bigint::numeric), 0),
               coalesce(sum(('x' || substr(h, 17, 16))::bit(64)::bigint::numeric), 0)
          from (select encode(sha256(convert_to(t::text, 'UTF8')), 'hex') h from only %s t) a\
        """
            .formatted(table.quoted());
    try (Statement statement = connection.createStatement()) {
      statement.execute(ONE_TEXT);
      try (ResultSet row = statement.executeQuery(query)) {
        row.next();
        long count = row.getLong(1);
        String sums = count + "|" + row.getString(2) + "|" + row.getString(3);
        return new TableFigure(database, table.schema(), table.name(), count, sha256(sums));
      }
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
