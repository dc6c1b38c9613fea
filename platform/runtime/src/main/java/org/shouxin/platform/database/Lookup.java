package org.shouxin.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/**
 * One statement that finds rows by key, for the hot path: bound to a controller and answered in one
 * round trip, planned once a connection. PostgreSQL runs what arrives before a synchronisation
 * point as one transaction, so that the binding holds for this statement and for nothing else; a
 * statement that ran unbound would see no row at all.
 */
public final class Lookup {
  private static final String BIND =
      "select set_config('shouxin.controller', ?, true), set_config('transaction_read_only', 'on', true),"
          + " set_config('plan_cache_mode', 'force_generic_plan', true); ";

  private final String sql;

  /**
   * @param sql one statement without a semicolon, its parameters as question marks
   */
  public Lookup(String sql) {
    this.sql = BIND + sql;
  }

  /** Sets the statement's parameters, the first of which has the number {@code first}. */
  @FunctionalInterface
  public interface Binding {
    void bind(PreparedStatement statement, int first) throws SQLException;
  }

  /** Reads the rows found. */
  @FunctionalInterface
  public interface Reading<T extends @Nullable Object> {
    T read(ResultSet rows) throws SQLException;
  }

  <T extends @Nullable Object> T run(
      Connection connection, ControllerId controller, Binding binding, Reading<T> reading)
      throws SQLException {
    if (!connection.getAutoCommit()) {
      throw new IllegalStateException("a lookup is a transaction of its own");
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, controller.value());
      binding.bind(statement, 2);
      statement.execute();
      if (!statement.getMoreResults()) {
        throw new IllegalStateException("a lookup answers with rows");
      }
      try (ResultSet rows = statement.getResultSet()) {
        return reading.read(rows);
      }
    }
  }
}
