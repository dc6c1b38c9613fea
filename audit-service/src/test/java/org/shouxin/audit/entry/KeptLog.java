package org.shouxin.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shouxin.audit.checkpoint.Checkpoint;
import org.shouxin.audit.checkpoint.SignedNote;
import org.shouxin.audit.log.Frontier;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.HashTile;

/** What must hold of the stored log after every fault, whoever crashed, slept or was full. */
final class KeptLog {
  private KeptLog() {}

  /**
   * Every acknowledged position is stored once, indexes have no gap, and every checkpoint that was
   * shown or stored is the root of the entries: so no two of one size differ.
   */
  static void assertSound(Connection database, List<String> acknowledged, List<String> shown)
      throws SQLException {
    List<String> entries = new ArrayList<>();
    Set<String> places = new HashSet<>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select log_index, source, source_position, entry from log_entry order by log_index")) {
      while (rows.next()) {
        assertThat(rows.getLong(1)).isEqualTo(entries.size());
        assertThat(places.add("ACK " + rows.getString(2) + " " + rows.getLong(3))).isTrue();
        entries.add(rows.getString(4));
      }
    }
    assertThat(acknowledged).isNotEmpty();
    assertThat(acknowledged).filteredOn(line -> !places.contains(line)).isEmpty();
    Map<Long, Hash> roots = roots(entries);
    Set<String> checkpoints = new HashSet<>(shown);
    checkpoints.addAll(stored(database));
    assertThat(checkpoints).isNotEmpty();
    assertThat(checkpoints)
        .allSatisfy(line -> {
          String[] words = line.split(" ");
          assertThat(words[2]).isEqualTo(String.valueOf(roots.get(Long.parseLong(words[1]))));
        });
  }

  private static List<String> stored(Connection database) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("select note from log_checkpoint")) {
      while (rows.next()) {
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(rows.getString(1)).text());
        lines.add("SHOWN " + checkpoint.size() + " " + checkpoint.root());
      }
    }
    return lines;
  }

  private static Map<Long, Hash> roots(List<String> entries) {
    Map<Long, Hash> roots = new TreeMap<>(Map.of(0L, Hash.EMPTY_TREE));
    Frontier frontier = new Frontier();
    List<HashTile> full = new ArrayList<>();
    for (String entry : entries) {
      frontier.append(
          Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8)), done -> full.add(done.tile()));
      roots.put(frontier.size(), frontier.snapshot((level, index) -> full.get((int) index)).root());
    }
    return roots;
  }
}
