package org.shouxin.audit.incident;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Map;
import org.shouxin.platform.database.Database;

/** What the log's entries say about an incident. */
final class Log {
  private Log() {}

  /** Types of its entries, clocks left out, in the order of the log; waits a moment for more. */
  static List<String> typesAbout(String incident) {
    return rows(incident).stream().map(row -> String.valueOf(row.get("type"))).toList();
  }

  static List<Map<String, Object>> rows(String incident) {
    return CDI.current()
        .select(Database.class)
        .get()
        .systemRead(handle -> {
          handle.execute("select pg_sleep(0.1)");
          return handle
              .createQuery(
                  "select j ->> 'type' as type, j ->> 'channel' as channel"
                      + " from (select log_index, entry::jsonb as j from log_entry"
                      + " where source like 'audit-service.%') e"
                      + " where j -> 'resource' ->> 'id' = ? and j -> 'resource' ->> 'type' = 'incident'"
                      + " order by log_index")
              .bind(0, incident)
              .mapToMap()
              .list();
        });
  }
}
