package org.shouxin.launcher.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.OwnerOnly;

/**
 * Who and what was erased: a file of ids outside every dump, {@code erasure-ledger.jsonl} at each
 * backup location. A restore replays it before anybody may read; a lost one is rebuilt from the
 * log.
 */
final class ErasureLedger {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Path> locations;

  ErasureLedger(List<Path> locations) {
    this.locations = locations;
  }

  boolean isMissing() {
    return !Files.exists(file(locations.getFirst()));
  }

  /** Throws when a line is not one of the ledger's. */
  List<Erased> read() throws IOException {
    return isMissing() ? List.of() : read(file(locations.getFirst()));
  }

  private static List<Erased> read(Path file) throws IOException {
    Map<String, Erased> erased = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode told = JSON.readTree(line);
      Class<? extends Erased> form = told.has("kind") ? DestroyedRecord.class : ErasedPerson.class;
      Erased one = JSON.treeToValue(told, form);
      erased.putIfAbsent(one.key(), one);
    }
    return List.copyOf(erased.values());
  }

  /**
   * Adds whom and what the log calls erased since the last time. How far the log was read stands in
   * a file beside the ledger, so that an emptied ledger is not filled again in silence: the next
   * drill finds it. A missing one is rebuilt from the whole log.
   *
   * @return true when it was missing
   */
  boolean follow(Connection audit) throws SQLException, IOException {
    boolean missing = isMissing();
    Path position = locations.getFirst().resolve("erasure-ledger.position");
    long from =
        missing || !Files.exists(position) ? 0 : Long.parseLong(Files.readString(position).strip());
    long size = LoggedErasures.size(audit);
    if (missing || size > from) {
      add(LoggedErasures.read(audit, from, size));
      OwnerOnly.write(position, size + "\n");
    }
    return missing;
  }

  private void add(Collection<Erased> erased) throws IOException {
    Map<String, Erased> known = new LinkedHashMap<>();
    read().forEach(one -> known.put(one.key(), one));
    erased.forEach(one -> known.putIfAbsent(one.key(), one));
    StringBuilder text = new StringBuilder();
    for (Erased one : known.values()) {
      text.append(JSON.writeValueAsString(one)).append('\n');
    }
    for (Path location : locations) {
      OwnerOnly.folder(location);
      OwnerOnly.write(file(location), text.toString());
    }
  }

  private static Path file(Path location) {
    return location.resolve("erasure-ledger.jsonl");
  }
}
