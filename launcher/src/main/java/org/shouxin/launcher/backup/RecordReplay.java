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
 * delete here. A whole class of somebody's consents is destroyed again only when the backup does
 * not know that it was: those given later are hers.
 */
final class RecordReplay implements AutoCloseable {
  /** The event is written right after its tombstone, by the same clock. */
  private static final String KNOWN =
      "select exists(select 1 from tombstone where controller_id = ? and customer_id = ?"
          + " and class = ? and record_ref = ''"
          + " and destroyed_at >= cast(? as timestamptz) - interval '1 minute')";

  /** The order is not known any more; the plan is none. */
  private static final String TOMBSTONE =
      "insert into tombstone (controller_id, order_id, plan_id, customer_id, class, record_ref,"
          + " rows_destroyed, destroyed_at) values (?, gen_random_uuid(),"
          + " '00000000-0000-0000-0000-000000000000', ?, ?, '', ?, now()) returning true";

  private final RestoredDatabases server;
  private final Map<DatabaseName, Connection> open = new EnumMap<>(DatabaseName.class);

  RecordReplay(RestoredDatabases server) {
    this.server = server;
  }

  /** Removes it; returns whether the backup had brought it back. */
  boolean destroy(DestroyedRecord destroyed) throws SQLException {
    Connection connection = connection(destroyed.database());
    bind(destroyed, connection);
    if (!destroyed.isClass()) {
      return number(prepare(destroyed, connection)) > 0;
    }
    if (isKnown(destroyed, connection)) {
      return false;
    }
    int rows = number(prepare(destroyed, connection));
    return is(
        statement(
            connection,
            TOMBSTONE,
            destroyed.controllerId(),
            destroyed.person(),
            destroyed.retentionClass(),
            rows));
  }

  /** How many rows of it are there, without changing anything. */
  int count(DestroyedRecord destroyed) throws SQLException {
    Connection connection = connection(destroyed.database());
    connection.setAutoCommit(false);
    try {
      bind(destroyed, connection);
      return destroyed.isClass() && isKnown(destroyed, connection)
          ? 0
          : number(prepare(destroyed, connection));
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static void bind(DestroyedRecord destroyed, Connection connection) throws SQLException {
    try (PreparedStatement bind =
        connection.prepareStatement("select set_config('shouxin.controller', ?, false)")) {
      bind.setString(1, destroyed.controllerId());
      bind.execute();
    }
  }

  private static boolean isKnown(DestroyedRecord destroyed, Connection connection)
      throws SQLException {
    return is(
        statement(
            connection,
            KNOWN,
            destroyed.controllerId(),
            destroyed.person(),
            destroyed.retentionClass(),
            destroyed.destroyedAt()));
  }

  private static int number(PreparedStatement statement) throws SQLException {
    try (statement;
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private static boolean is(PreparedStatement statement) throws SQLException {
    try (statement;
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static PreparedStatement prepare(DestroyedRecord destroyed, Connection connection)
      throws SQLException {
    @Nullable UUID person = destroyed.person();
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
