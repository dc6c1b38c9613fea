package org.shouxin.audit.verifier;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Compares with the entries everything in the database that is derived from them: the index that
 * answers are made from, the stored entries, every checkpoint ever signed, the heads. Needs a login
 * that may see all controllers' rows.
 */
final class DatabaseCheck implements AutoCloseable {
  private static final String ROWS =
      "select e.log_index, l.source || ' ' || l.source_position as place, e.event_id::text, e.controller_id, e.type,"
          + " e.subject_ref::text, e.actor_kind, e.actor_id, e.purpose, e.permitted::text,"
          + " e.occurred_at"
          + " from audit_event e left join log_entry l on l.log_index = e.log_index order by e.log_index";

  private final Connection connection;
  private final PreparedStatement query;
  private final ResultSet rows;
  private final PreparedStatement storedTile;
  private final Map<Long, byte[]> signedRoots = new HashMap<>();
  private boolean more;
  private @Nullable Fault first;
  private @Nullable Long oldestIndexed;

  private DatabaseCheck(Connection connection, Key key) throws SQLException, Fault {
    this.connection = connection;
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    readCheckpoints(key);
    this.query = connection.prepareStatement(ROWS);
    query.setFetchSize(2_000);
    this.rows = query.executeQuery();
    this.storedTile =
        connection.prepareStatement(
            "select hashes from log_tile where tile_level = ? and tile_index = ?");
    this.more = rows.next();
  }

  static DatabaseCheck open(String url, @Nullable String user, Key key) throws SQLException, Fault {
    Properties login = new Properties();
    login.setProperty("user", user == null ? "postgres" : user);
    login.setProperty("password", Objects.requireNonNullElse(System.getenv("PGPASSWORD"), ""));
    return new DatabaseCheck(DriverManager.getConnection(url, login), key);
  }

  /**
   * Compares the index row of an entry, and a checkpoint of this size, with what the entries say.
   */
  void entry(long index, Map<String, Object> members, Tree tree) throws Fault {
    try {
      compareRow(index, members);
    } catch (SQLException unreadable) {
      throw new Fault("the index cannot be read: " + unreadable.getMessage());
    }
    byte[] signed = signedRoots.remove(tree.size());
    if (signed != null && !Arrays.equals(signed, tree.root())) {
      keep("the checkpoint of size %d was signed over another history".formatted(tree.size()));
    }
  }

  /** Compares a stored full tile with the entries' hashes. */
  void fullTile(int level, long index, List<byte[]> hashes) throws Fault {
    try {
      storedTile.setInt(1, level);
      storedTile.setLong(2, index);
      try (ResultSet tile = storedTile.executeQuery()) {
        if (!tile.next()) {
          keep("the stored hash tile %d/%d is missing".formatted(level, index));
        } else if (!Arrays.equals(tile.getBytes(1), joined(hashes))) {
          keep("the stored hash tile %d/%d was changed".formatted(level, index));
        }
      }
    } catch (SQLException unreadable) {
      throw new Fault("the tiles cannot be read: " + unreadable.getMessage());
    }
  }

  private static byte[] joined(List<byte[]> hashes) {
    byte[] joined = new byte[hashes.size() * 32];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i), 0, joined, i * 32, 32);
    }
    return joined;
  }

  /** What remains when all entries were seen. */
  void finish(Map<String, Long> sources, SignedCheckpoint checkpoint) throws SQLException, Fault {
    if (more && rows.getLong(1) < checkpoint.size()) {
      keep("the index holds entry %d out of place".formatted(rows.getLong(1)));
    }
    signedRoots.remove(0L);
    signedRoots.keySet().removeIf(size -> size > checkpoint.size());
    if (!signedRoots.isEmpty()) {
      keep("a stored checkpoint has no place in the log");
    }
    compareHeads(sources, checkpoint.size());
    if (first != null) {
      throw first;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void compareRow(long index, Map<String, Object> members) throws SQLException {
    if (more && rows.getLong(1) == index) {
      oldestIndexed = oldestIndexed == null ? index : oldestIndexed;
      compareColumns(index, members);
      more = rows.next();
      while (more && rows.getLong(1) == index) {
        keep("the index holds entry %d twice".formatted(index));
        more = rows.next();
      }
    } else if (oldestIndexed != null) {
      // Old months may be detached as a whole, so the index may begin late, but it has no holes.
      keep("entry %d is missing in the index".formatted(index));
    }
  }

  private void compareColumns(long index, Map<String, Object> members) throws SQLException {
    List<String> expected = new ArrayList<>();
    expected.add(Json.text(members, "source") + " " + Json.text(members, "sourcePosition"));
    for (String[] path :
        List.of(
            new String[] {"eventId"},
            new String[] {"controllerId"},
            new String[] {"type"},
            new String[] {"subjectRef"},
            new String[] {"actor", "kind"},
            new String[] {"actor", "id"},
            new String[] {"purpose"},
            new String[] {"decision", "permitted"})) {
      expected.add(Objects.requireNonNullElse(Json.text(members, path), ""));
    }
    for (int column = 0; column < expected.size(); column++) {
      String stored = Objects.requireNonNullElse(rows.getString(column + 2), "");
      if (!stored.equals(expected.get(column))) {
        String name = rows.getMetaData().getColumnName(column + 2);
        keep("the index row of entry %d was changed: %s".formatted(index, name));
      }
    }
    Instant happened =
        OffsetDateTime.parse(Objects.requireNonNullElse(Json.text(members, "occurredAt"), "-"))
            .toInstant()
            .truncatedTo(ChronoUnit.MICROS);
    if (!rows.getObject("occurred_at", OffsetDateTime.class).toInstant().equals(happened)) {
      keep("the index row of entry %d was changed: occurred_at".formatted(index));
    }
  }

  private void readCheckpoints(Key key) throws SQLException, Fault {
    try (PreparedStatement notes =
            connection.prepareStatement("select size, note from log_checkpoint order by size");
        ResultSet stored = notes.executeQuery()) {
      while (stored.next()) {
        long size = stored.getLong(1);
        SignedCheckpoint checkpoint =
            SignedCheckpoint.read(
                stored.getString(2), key, "the stored checkpoint of size " + size);
        if (checkpoint.size() != size) {
          throw new Fault(
              "the stored checkpoint of size %d says %d".formatted(size, checkpoint.size()));
        }
        signedRoots.put(size, checkpoint.root());
      }
    }
  }

  private void compareHeads(Map<String, Long> sources, long size) throws SQLException {
    try (PreparedStatement heads =
            connection.prepareStatement("select source, next_position from source_head");
        ResultSet stored = heads.executeQuery()) {
      while (stored.next()) {
        long due = sources.getOrDefault(stored.getString(1), 0L);
        if (stored.getLong(2) < due) {
          keep(
              "the head of %s was set back to %d"
                  .formatted(stored.getString(1), stored.getLong(2)));
        }
      }
    }
    try (PreparedStatement head = connection.prepareStatement("select size from log_head");
        ResultSet stored = head.executeQuery()) {
      if (!stored.next() || stored.getLong(1) < size) {
        keep("the head of the log was set back below %d".formatted(size));
      }
    }
  }

  private void keep(String fault) {
    first = first == null ? new Fault(fault) : first;
  }
}
