package org.shouxin.launcher.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.shouxin.launcher.postgres.Databases;

/** How much would be lost if this machine were gone now (RPO). */
final class Exposure {
  private static final int SEGMENT_NAME = 24;
  private static final long SEGMENT_BYTES = 16L * 1024 * 1024;
  private static final int HEX = 16;

  private final Databases databases;
  private final BackupStore store;
  private final Clock clock;

  Exposure(Databases databases, BackupStore store, Clock clock) {
    this.databases = databases;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Age of the newest archived segment when WAL was written since, else nothing: an upper bound.
   */
  Duration of(BackupSet set) throws SQLException, IOException {
    List<String> segments =
        store.segments(set).stream().filter(name -> name.length() == SEGMENT_NAME).toList();
    if (segments.isEmpty()) {
      return Duration.ZERO;
    }
    String newest = segments.getLast();
    if (written(set) <= end(newest)) {
      return Duration.ZERO;
    }
    Duration age =
        Duration.between(
            Files.getLastModifiedTime(store.segment(set, newest)).toInstant(), clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private long written(BackupSet set) throws SQLException {
    try (Connection connection = databases.administrator(set.server(), Databases.ADMINISTRATOR);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select (pg_current_wal_insert_lsn() - '0/0')::bigint")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static long end(String segment) {
    long file = Long.parseLong(segment.substring(8, 16), HEX);
    long part = Long.parseLong(segment.substring(16, SEGMENT_NAME), HEX);
    return (file << 32) + (part + 1) * SEGMENT_BYTES;
  }
}
