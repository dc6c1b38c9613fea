package org.shouxin.system.isolation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.system.RunningSystem;

/** What belongs to one controller, read past row-level security: every id of every row. */
final class ForeignRows {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final List<DatabaseName> DATABASES =
      List.of(DatabaseName.CONSENT, DatabaseName.RECORDS, DatabaseName.AUDIT);
  private static final String COLUMNS =
      """
      select c.table_name, c.column_name from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'uuid'
         and exists (select 1 from information_schema.columns o where o.table_schema = 'public'
                      and o.table_name = c.table_name and o.column_name = 'controller_id')\
      """;

  private final Map<String, List<String>> byTable = new TreeMap<>();
  private final Set<String> ids = new HashSet<>();

  private ForeignRows() {}

  /** Reads all ids of that controller, except those that are also in rows of another one. */
  static ForeignRows of(RunningSystem system, String controller) {
    ForeignRows rows = new ForeignRows();
    Set<String> shared = new HashSet<>();
    for (DatabaseName database : DATABASES) {
      try (Connection connection = system.installation().administrator(database);
          Statement statement = connection.createStatement()) {
        for (String[] column : columns(statement)) {
          rows.read(statement, column[0], column[1], controller, shared);
        }
      } catch (SQLException unreadable) {
        throw new IllegalStateException(unreadable);
      }
    }
    rows.ids.removeAll(shared);
    rows.byTable.values().forEach(list -> list.removeAll(shared));
    rows.byTable.values().removeIf(List::isEmpty);
    return rows;
  }

  private static List<String[]> columns(Statement statement) throws SQLException {
    List<String[]> columns = new ArrayList<>();
    try (ResultSet found = statement.executeQuery(COLUMNS)) {
      while (found.next()) {
        columns.add(new String[] {found.getString(1), found.getString(2)});
      }
    }
    return columns;
  }

  private void read(
      Statement statement, String table, String column, String controller, Set<String> shared)
      throws SQLException {
    String sql =
        "select distinct %2$s::text, controller_id from %1$s where %2$s is not null limit 20000"
            .formatted(table, column);
    try (ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        if (!found.getString(2).equals(controller)) {
          shared.add(found.getString(1));
          continue;
        }
        ids.add(found.getString(1));
        if (column.equals("id")) {
          byTable.computeIfAbsent(table, name -> new ArrayList<>()).add(found.getString(1));
        }
      }
    }
  }

  /** Ids of the tables whose name has a word in common with what the argument is called. */
  List<String> idsFor(String words) {
    List<String> candidates = new ArrayList<>();
    byTable.forEach((table, list) -> {
      if (Pattern.compile("[_ ]").splitAsStream(table).anyMatch(words::contains)) {
        candidates.addAll(list);
      }
    });
    return candidates;
  }

  /** Every id that may be drawn. */
  List<String> all() {
    return byTable.values().stream().flatMap(List::stream).toList();
  }

  Set<String> tables() {
    return byTable.keySet();
  }

  /** The ids of this controller that stand in a text. */
  List<String> in(String text) {
    return UUID.matcher(text).results().map(MatchResult::group).filter(ids::contains).toList();
  }

  /** A digest of every table's rows of that controller, to see whether anybody changed one. */
  static Map<String, String> digests(RunningSystem system, String controller) {
    Map<String, String> digests = new TreeMap<>();
    for (DatabaseName database : DATABASES) {
      try (Connection connection = system.installation().administrator(database);
          Statement statement = connection.createStatement()) {
        Set<String> tables = new HashSet<>();
        columns(statement).forEach(column -> tables.add(column[0]));
        for (String table : tables) {
          try (ResultSet found =
              statement.executeQuery(
                  "select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), ''))"
                      + " from %s t where controller_id = '%s'".formatted(table, controller))) {
            found.next();
            digests.put(database.sql() + "." + table, found.getString(1));
          }
        }
      } catch (SQLException unreadable) {
        throw new IllegalStateException(unreadable);
      }
    }
    return digests;
  }
}
