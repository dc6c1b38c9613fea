package org.shouxin.launcher.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.launcher.LogTiles;

/**
 * The audit log in a restored database beside the one that is published: every entry has to be the
 * same, and what is missing at its end is what a disaster would have lost (RPO).
 */
record RestoredLog(Connection audit, PublishedLog published) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Compares entry by entry, and says how much is missing and since when. */
  void compare(DrillFindings found, Instant now) throws SQLException {
    found.restoredLogSize = LoggedErasures.size(audit);
    found.signedLogSize = published.size();
    found.tablesCompared++;
    long common = Math.min(found.restoredLogSize, published.size());
    for (long number = 0; number * LogTiles.WIDTH < common; number++) {
      long first = number * LogTiles.WIDTH;
      List<String> restored = restored(first, Math.min(first + LogTiles.WIDTH, common));
      List<String> shown = published.bundle(number);
      for (int i = 0; i < restored.size(); i++) {
        if (!restored.get(i).equals(shown.get(i))) {
          found.fault("TABLE_DIFFERS", "audit.log_entry: entry " + (first + i));
          return;
        }
      }
      found.rowsCompared += restored.size();
    }
    if (found.rowsCompared != common) {
      found.fault(
          "TABLE_DIFFERS", "audit.log_entry: " + common + " rows then, " + found.rowsCompared);
    }
    Instant lost = firstMissing(common, now);
    found.rpoSeconds = Math.max(0, Duration.between(lost, now).toSeconds());
    found.recordsBackedUpAt = lost.toString();
  }

  /** When the first entry happened that the restore lacks; now, if it lacks none. */
  private Instant firstMissing(long common, Instant now) {
    if (common >= published.size()) {
      return now;
    }
    List<String> bundle = published.bundle(common / LogTiles.WIDTH);
    return occurredAt(bundle.get((int) (common % LogTiles.WIDTH)));
  }

  private List<String> restored(long from, long to) throws SQLException {
    try (PreparedStatement query =
        audit.prepareStatement(
            "select entry from log_entry where log_index >= ? and log_index < ? order by log_index")) {
      query.setLong(1, from);
      query.setLong(2, to);
      List<String> entries = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          entries.add(rows.getString(1));
        }
      }
      return entries;
    }
  }

  private static Instant occurredAt(String entry) {
    try {
      return Instant.parse(JSON.readTree(entry).path("occurredAt").asText());
    } catch (JsonProcessingException e) {
      throw new BackupException("an entry of the log is no JSON", e);
    }
  }
}
