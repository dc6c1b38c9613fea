package org.shouxin.records.transfer.room;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as a viewer sees it.
 *
 * @param suppressed people of blocks that do not share a value in every dimension: none, or at
 *     least k
 */
public record RoomTable(List<Row> rows, int suppressed) {

  /** People with these values, at least k. */
  public record Row(Map<String, String> values, int people) {}

  static RoomTable of(List<Block> blocks, List<Dimension> dimensions) {
    Map<Map<Dimension, String>, Integer> counts = new LinkedHashMap<>();
    int suppressed = 0;
    for (Block block : blocks) {
      if (block.tells(dimensions)) {
        Map<Dimension, String> key = new EnumMap<>(Dimension.class);
        dimensions.forEach(each -> key.put(each, block.common().getOrDefault(each, "")));
        counts.merge(key, block.people(), Integer::sum);
      } else {
        suppressed += block.people();
      }
    }
    List<Row> rows =
        counts.entrySet().stream()
            .map(entry -> {
              Map<String, String> values = new LinkedHashMap<>();
              entry.getKey().forEach((dimension, value) -> values.put(dimension.name(), value));
              return new Row(values, entry.getValue());
            })
            .toList();
    return new RoomTable(rows, suppressed);
  }
}
