package org.shouxin.launcher.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.launcher.postgres.Databases;

/**
 * One moment of a server that can be returned to: a named restore point in the WAL, and a snapshot
 * of each database that sees exactly what was committed before it. Writers wait for the moment that
 * it takes, some milliseconds; the digests are then taken while everybody works on.
 */
final class StillPoint implements AutoCloseable {
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final int ATTEMPTS = 100;
  private static final int PAUSE_MILLIS = 100;

  /** Shorter than PostgreSQL's deadlock_timeout: this side gives way, never a service. */
  private static final String PATIENCE = "set local lock_timeout = '300ms'";

  private final List<View> views = new ArrayList<>();
  private String walSegment = "";

  private StillPoint() {}

  /** A database as it was at that moment. */
  private record View(DatabaseName database, Connection connection, List<Figures.Table> tables) {}

  /** Takes the moment under that name. */
  static StillPoint take(Databases databases, BackupSet set, String name) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(databases, set, name);
      } catch (SQLException e) {
        if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
          throw e;
        }
        if (attempt == ATTEMPTS) {
          throw new LauncherException(
              "No moment was found in which nobody held a table for long. Try the backup later.",
              e);
        }
        pause();
      }
    }
  }

  private static StillPoint attempt(Databases databases, BackupSet set, String name)
      throws SQLException {
    StillPoint point = new StillPoint();
    List<Connection> holders = new ArrayList<>();
    boolean done = false;
    try {
      for (DatabaseName database : set.databases()) {
        Connection reader = databases.administrator(database);
        point.views.add(new View(database, reader, Figures.tables(reader)));
        Connection holder = databases.administrator(database);
        holders.add(holder);
        lock(holder, point.views.getLast().tables());
      }
      for (int i = 0; i < holders.size(); i++) {
        String snapshot = one(holders.get(i), "select pg_export_snapshot()");
        Connection reader = point.views.get(i).connection();
        repeatableRead(reader);
        execute(reader, "set transaction snapshot '" + snapshot + "'");
      }
      point.walSegment =
          one(
              holders.getFirst(),
              "select pg_walfile_name(pg_create_restore_point('" + name + "'))");
      done = true;
      return point;
    } finally {
      for (Connection holder : holders) {
        holder.close();
      }
      if (!done) {
        point.close();
      }
    }
  }

  private static void lock(Connection holder, List<Figures.Table> tables) throws SQLException {
    repeatableRead(holder);
    execute(holder, PATIENCE);
    if (!tables.isEmpty()) {
      String names = tables.stream().map(Figures.Table::quoted).collect(Collectors.joining(", "));
      execute(holder, "lock table " + names + " in share mode");
    }
  }

  private static void repeatableRead(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.", e);
    }
  }

  /** The WAL segment that holds the restore point. */
  String walSegment() {
    return walSegment;
  }

  /** Counts and digests of every table at that moment. */
  List<TableFigure> figures() throws SQLException {
    List<TableFigure> figures = new ArrayList<>();
    for (View view : views) {
      for (Figures.Table table : view.tables()) {
        figures.add(Figures.of(view.connection(), view.database().sql(), table));
      }
    }
    return figures;
  }

  @Override
  public void close() throws SQLException {
    for (View view : views) {
      view.connection().close();
    }
  }
}
