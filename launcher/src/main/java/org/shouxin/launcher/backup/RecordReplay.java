package org.shouxin.launcher.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * Destroys single records again in restored databases, by the function with which the service that
 * owns them destroyed them, in that service's own role: what it may not delete at work it may not
 * delete here.
 */
final class RecordReplay implements AutoCloseable {
  private final RestoredServer server;
  private final Map<DatabaseName, Connection> open = new EnumMap<>(DatabaseName.class);

  RecordReplay(RestoredServer server) {
    this.server = server;
  }

  /** Removes it; returns how many rows of it the backup had brought back. */
  int destroy(DestroyedRecord destroyed) throws SQLException {
    return call(destroyed, connection(destroyed.database()));
  }

  /** How many rows of it are there, without changing anything. */
  int count(DestroyedRecord destroyed) throws SQLException {
    Connection connection = connection(destroyed.database());
    connection.setAutoCommit(false);
    try {
      return call(destroyed, connection);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static int call(DestroyedRecord destroyed, Connection connection) throws SQLException {
    try (PreparedStatement bind =
            connection.prepareStatement("select set_config('shouxin.controller', ?, false)");
        PreparedStatement call = prepare(destroyed, connection)) {
      bind.setString(1, destroyed.controllerId());
      bind.execute();
      try (ResultSet row = call.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static PreparedStatement prepare(DestroyedRecord destroyed, Connection connection)
      throws SQLException {
    String subject = destroyed.subjectRef();
    @Nullable UUID person = subject == null ? null : UUID.fromString(subject);
    return switch (destroyed.database()) {
      case RECORDS ->
          statement(
              connection,
              "select destroy_record(?, ?, ?)",
              destroyed.controllerId(),
              person,
              UUID.fromString(destroyed.recordRef()));
      case CONSENT ->
          statement(
              connection,
              "select destroy_consent(?, ?, ?, ?)",
              destroyed.controllerId(),
              person,
              destroyed.retentionClass(),
              destroyed.recordRef());
      case AUDIT ->
          statement(
              connection,
              "select destroy_own_file(?, ?, ?)",
              destroyed.controllerId(),
              destroyed.kind().toUpperCase(Locale.ROOT).replace('-', '_'),
              UUID.fromString(destroyed.recordRef()));
      case KEYS -> throw new IllegalArgumentException("no records are kept with the keys");
    };
  }

  private static PreparedStatement statement(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private Connection connection(DatabaseName database) throws SQLException {
    Connection known = open.get(database);
    if (known != null) {
      return known;
    }
    Connection fresh = server.open(database.sql());
    open.put(database, fresh);
    try (Statement statement = fresh.createStatement()) {
      statement.execute("set session authorization " + database.sql());
    }
    return fresh;
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : open.values()) {
      connection.close();
    }
  }
}
