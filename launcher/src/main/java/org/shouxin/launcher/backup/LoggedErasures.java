package org.shouxin.launcher.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What was erased according to the audit log itself: its entries {@code key.destroyed} (a person)
 * and {@code record.destroyed}.
 */
final class LoggedErasures {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUERY =
      "select entry from log_entry where log_index >= ? and log_index < ?"
          + " and (entry like '%\"type\":\"key.destroyed\"%'"
          + " or entry like '%\"type\":\"record.destroyed\"%') order by log_index";

  private LoggedErasures() {}

  /** Reads them from the database of a log, from entry {@code from} to before {@code to}. */
  static List<Erased> read(Connection audit, long from, long to) throws SQLException {
    List<Erased> erased = new ArrayList<>();
    try (PreparedStatement query = audit.prepareStatement(QUERY)) {
      query.setLong(1, from);
      query.setLong(2, to);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          erased.add(of(rows.getString(1)));
        }
      }
    }
    return erased;
  }

  /** How many entries the log holds; they are dense. */
  static long size(Connection audit) throws SQLException {
    try (Statement statement = audit.createStatement();
        ResultSet row =
            statement.executeQuery("select coalesce(max(log_index) + 1, 0) from log_entry")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Whether an entry of the log tells of an erasure. */
  static boolean isOne(String entry) {
    return entry.contains("\"type\":\"key.destroyed\"")
        || entry.contains("\"type\":\"record.destroyed\"");
  }

  static Erased of(String entry) {
    try {
      JsonNode event = JSON.readTree(entry);
      String controller = event.path("controllerId").asText();
      String at = event.path("occurredAt").asText();
      return event.path("type").asText().equals("key.destroyed")
          ? new ErasedPerson(controller, event.path("subjectRef").asText(), at)
          : new DestroyedRecord(
              controller,
              event.path("subjectRef").textValue(),
              event.path("resource").path("type").asText(),
              event.path("resource").path("id").asText(),
              at);
    } catch (JsonProcessingException e) {
      throw new BackupException("an entry of the log is no JSON", e);
    }
  }
}
