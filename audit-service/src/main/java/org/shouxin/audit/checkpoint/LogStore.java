package org.shouxin.audit.checkpoint;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.shouxin.audit.log.CompleteTile;
import org.shouxin.audit.log.HashTile;

/** The log's rows in PostgreSQL: entries to be read, tiles and checkpoints to be kept. */
@Singleton
public class LogStore implements TreeStore {
  private final DataSource dataSource;

  @Inject
  public LogStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public long size() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement("select size from log_head");
        ResultSet rows = query.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public List<byte[]> entries(long from, long to) throws SQLException {
    List<byte[]> entries = new ArrayList<>((int) (to - from));
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select entry from log_entry where log_index >= ? and log_index < ? order by log_index")) {
      query.setLong(1, from);
      query.setLong(2, to);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          entries.add(rows.getString(1).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return entries;
  }

  /** The one entry at {@code index}, if it is stored. */
  public Optional<byte[]> findEntry(long index) throws SQLException {
    return entries(index, index + 1).stream().findFirst();
  }

  @Override
  public Optional<SignedNote> latestCheckpoint() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select note from log_checkpoint order by size desc limit 1");
        ResultSet rows = query.executeQuery()) {
      return rows.next() ? Optional.of(SignedNote.parse(rows.getString(1))) : Optional.empty();
    }
  }

  @Override
  public Optional<HashTile> findTile(int level, long index) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select hashes from log_tile where tile_level = ? and tile_index = ?")) {
      query.setInt(1, level);
      query.setLong(2, index);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(HashTile.read(rows.getBytes(1))) : Optional.empty();
      }
    }
  }

  @Override
  public void save(
      Checkpoint checkpoint, SignedNote note, List<CompleteTile> tiles, Instant signedAt)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insertTile =
              connection.prepareStatement(
                  "insert into log_tile (tile_level, tile_index, hashes) values (?, ?, ?)");
          PreparedStatement insertCheckpoint =
              connection.prepareStatement(
                  "insert into log_checkpoint (size, note, signed_at) values (?, ?, ?)")) {
        for (CompleteTile complete : tiles) {
          insertTile.setInt(1, complete.level());
          insertTile.setLong(2, complete.index());
          insertTile.setBytes(3, complete.tile().bytes(HashTile.WIDTH));
          insertTile.addBatch();
        }
        insertTile.executeBatch();
        insertCheckpoint.setLong(1, checkpoint.size());
        insertCheckpoint.setString(2, note.toString());
        insertCheckpoint.setTimestamp(3, Timestamp.from(signedAt));
        insertCheckpoint.executeUpdate();
        connection.commit();
      } catch (SQLException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }
}
