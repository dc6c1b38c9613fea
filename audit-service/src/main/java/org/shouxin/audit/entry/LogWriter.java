package org.shouxin.audit.entry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sequencer's statements on its one connection, which holds the advisory lock. */
final class LogWriter implements EntryStore {
  /** Identifies the sequencer's advisory lock in this database. */
  private static final long LOCK = 0x53686f7578696e4cL;

  /**
   * A sequencer speaks every second. One that is silent for so long was paused or cut off: its
   * session ends in the database, and with it the lock, so that another replica takes over.
   */
  private static final String LEASE =
      "set idle_session_timeout = '10s'; set idle_in_transaction_session_timeout = '10s'";

  private static final String NO_LEASE =
      "reset idle_session_timeout; reset idle_in_transaction_session_timeout";

  private static final String ENDS =
      "select size, (select coalesce(max(log_index) + 1, 0) from log_entry) from log_head";
  private static final String MOVE_HEAD = "update log_head set size = ? where size = ?";
  private static final String MOVE_SOURCES =
      "insert into source_head (source, next_position) select * from unnest(?, ?)"
          + " on conflict (source) do update set next_position = excluded.next_position";
  private static final String INSERT_ENTRIES =
      "insert into log_entry (log_index, source, source_position, entry)"
          + " select ? + n - 1, s, p, e from unnest(?, ?, ?) with ordinality as t (s, p, e, n)";
  private static final String INSERT_EVENTS =
      "insert into audit_event (log_index, event_id, controller_id, type, occurred_at, recorded_at,"
          + " subject_ref, actor_kind, actor_id, purpose, permitted)"
          + " select ? + n - 1, a, b, c, d, e, f, g, h, i, j from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " with ordinality as t (a, b, c, d, e, f, g, h, i, j, n)";
  private static final String STORED =
      "select source_position, entry from log_entry"
          + " where source = ? and source_position >= ? and source_position < ?";

  private final Connection connection;
  private boolean aborted;

  LogWriter(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  @Override
  public boolean lock() throws SQLException {
    boolean locked;
    try (PreparedStatement query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      query.setLong(1, LOCK);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        locked = rows.getBoolean(1);
      }
    }
    if (locked) {
      execute(LEASE);
    }
    connection.commit();
    return locked;
  }

  @Override
  public void unlock() throws SQLException {
    connection.rollback();
    execute(NO_LEASE);
    execute("select pg_advisory_unlock_all()");
    connection.commit();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public long size() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select size from log_head");
        ResultSet rows = query.executeQuery()) {
      rows.next();
      long size = rows.getLong(1);
      connection.commit();
      return size;
    }
  }

  @Override
  public Ends ends() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ENDS);
        ResultSet rows = query.executeQuery()) {
      rows.next();
      Ends ends = new Ends(rows.getLong(1), rows.getLong(2));
      connection.commit();
      return ends;
    }
  }

  @Override
  public Map<String, Long> sourceHeads() throws SQLException {
    Map<String, Long> heads = new HashMap<>();
    try (PreparedStatement query =
            connection.prepareStatement("select source, next_position from source_head");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        heads.put(rows.getString(1), rows.getLong(2));
      }
    }
    connection.commit();
    return heads;
  }

  @Override
  public Map<Long, String> stored(String source, long from, long to) throws SQLException {
    Map<Long, String> entries = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(STORED)) {
      query.setString(1, source);
      query.setLong(2, from);
      query.setLong(3, to);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          entries.put(rows.getLong(1), rows.getString(2));
        }
      }
    }
    return entries;
  }

  /** Makes the index's partition for the month of {@code day}, when it is not there. */
  @Override
  public void openMonth(LocalDate day) throws SQLException {
    try (PreparedStatement call = connection.prepareStatement("select open_audit_month(?)")) {
      call.setObject(1, day);
      call.execute();
    }
    connection.commit();
  }

  @Override
  public boolean append(long size, List<PreparedEntry> entries, Map<String, Long> heads)
      throws SQLException {
    try {
      try (PreparedStatement move = connection.prepareStatement(MOVE_HEAD)) {
        move.setLong(1, size + entries.size());
        move.setLong(2, size);
        if (move.executeUpdate() != 1) {
          connection.rollback();
          return false;
        }
      }
      insertEntries(size, entries);
      insertEvents(size, entries);
      moveSources(heads);
      connection.commit();
      return true;
    } catch (SQLException failed) {
      connection.rollback();
      throw failed;
    }
  }

  @Override
  public void abort() throws SQLException {
    aborted = true;
    connection.abort(Runnable::run);
  }

  /** Ends the session, or returns it to its pool as it was. */
  @Override
  public void close() throws SQLException {
    if (!aborted) {
      connection.setAutoCommit(true);
    }
    connection.close();
  }

  private void insertEntries(long size, List<PreparedEntry> entries) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_ENTRIES)) {
      insert.setLong(1, size);
      insert.setArray(2, array("text", entries, PreparedEntry::source));
      insert.setArray(3, array("bigint", entries, PreparedEntry::position));
      insert.setArray(4, array("text", entries, PreparedEntry::text));
      insert.executeUpdate();
    }
  }

  private void insertEvents(long size, List<PreparedEntry> entries) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_EVENTS)) {
      insert.setLong(1, size);
      insert.setArray(2, array("uuid", entries, PreparedEntry::eventId));
      insert.setArray(3, array("text", entries, PreparedEntry::controllerId));
      insert.setArray(4, array("text", entries, PreparedEntry::type));
      insert.setArray(5, array("timestamptz", entries, entry -> entry.occurredAt().toString()));
      insert.setArray(6, array("timestamptz", entries, entry -> entry.recordedAt().toString()));
      insert.setArray(7, array("uuid", entries, PreparedEntry::subjectRef));
      insert.setArray(8, array("text", entries, PreparedEntry::actorKind));
      insert.setArray(9, array("text", entries, PreparedEntry::actorId));
      insert.setArray(10, array("text", entries, PreparedEntry::purpose));
      insert.setArray(11, array("boolean", entries, PreparedEntry::permitted));
      insert.executeUpdate();
    }
  }

  private void moveSources(Map<String, Long> heads) throws SQLException {
    try (PreparedStatement move = connection.prepareStatement(MOVE_SOURCES)) {
      move.setArray(1, connection.createArrayOf("text", heads.keySet().toArray()));
      move.setArray(2, connection.createArrayOf("bigint", heads.values().toArray()));
      move.executeUpdate();
    }
  }

  private Array array(
      String type, List<PreparedEntry> entries, Function<PreparedEntry, @Nullable Object> column)
      throws SQLException {
    return connection.createArrayOf(type, entries.stream().map(column).toArray());
  }
}
