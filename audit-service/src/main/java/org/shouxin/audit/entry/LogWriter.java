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

  /**
   * Head, entries, index and sources in one statement, which is its own transaction: the answer
   * needs one exchange with PostgreSQL. Nothing is inserted when the head is not where it should
   * be.
   */
  private static final String APPEND =
      "with moved as (update log_head set size = size + ? where size = ?"
          + " returning ?::bigint as start),"
          + " entries as (insert into log_entry (log_index, source, source_position, entry)"
          + " select start + n - 1, s, p, e"
          + " from moved, unnest(?, ?, ?) with ordinality as t (s, p, e, n)),"
          + " events as (insert into audit_event (log_index, event_id, controller_id, type,"
          + " occurred_at, recorded_at, subject_ref, actor_kind, actor_id, purpose, permitted)"
          + " select start + n - 1, a, b, c, d, e, f, g, h, i, j"
          + " from moved, unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " with ordinality as t (a, b, c, d, e, f, g, h, i, j, n)),"
          + " sources as (insert into source_head (source, next_position)"
          + " select s, p from moved, unnest(?, ?) as t (s, p)"
          + " on conflict (source) do update set next_position = excluded.next_position)"
          + " select start from moved";

  private static final String STORED =
      "select source_position, entry from log_entry"
          + " where source = ? and source_position >= ? and source_position < ?";

  private final Connection connection;

  LogWriter(Connection connection) {
    this.connection = connection;
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
    return locked;
  }

  @Override
  public void unlock() throws SQLException {
    execute(NO_LEASE);
    execute("select pg_advisory_unlock_all()");
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
      return size;
    }
  }

  @Override
  public Ends ends() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ENDS);
        ResultSet rows = query.executeQuery()) {
      rows.next();
      Ends ends = new Ends(rows.getLong(1), rows.getLong(2));
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
  }

  @Override
  public boolean append(long size, List<PreparedEntry> entries, Map<String, Long> heads)
      throws SQLException {
    List<Array> columns =
        List.of(
            array("text", entries, PreparedEntry::source),
            array("bigint", entries, PreparedEntry::position),
            array("text", entries, PreparedEntry::text),
            array("uuid", entries, PreparedEntry::eventId),
            array("text", entries, PreparedEntry::controllerId),
            array("text", entries, PreparedEntry::type),
            array("timestamptz", entries, entry -> entry.occurredAt().toString()),
            array("timestamptz", entries, entry -> entry.recordedAt().toString()),
            array("uuid", entries, PreparedEntry::subjectRef),
            array("text", entries, PreparedEntry::actorKind),
            array("text", entries, PreparedEntry::actorId),
            array("text", entries, PreparedEntry::purpose),
            array("boolean", entries, PreparedEntry::permitted),
            connection.createArrayOf("text", heads.keySet().toArray()),
            connection.createArrayOf("bigint", heads.values().toArray()));
    try (PreparedStatement append = connection.prepareStatement(APPEND)) {
      append.setInt(1, entries.size());
      append.setLong(2, size);
      append.setLong(3, size);
      for (int i = 0; i < columns.size(); i++) {
        append.setArray(i + 4, columns.get(i));
      }
      try (ResultSet moved = append.executeQuery()) {
        return moved.next();
      }
    }
  }

  @Override
  public void abort() throws SQLException {
    connection.abort(Runnable::run);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private Array array(
      String type, List<PreparedEntry> entries, Function<PreparedEntry, @Nullable Object> column)
      throws SQLException {
    return connection.createArrayOf(type, entries.stream().map(column).toArray());
  }
}
