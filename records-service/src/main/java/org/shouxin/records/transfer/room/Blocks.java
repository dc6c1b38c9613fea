package org.shouxin.records.transfer.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Divides people into blocks of at least k. Every count that the room ever shows is a sum of whole
 * blocks, and what it suppresses is one too: so whatever is subtracted from whatever, over all
 * tables, the rest is nobody or at least k people. Complementary suppression needs no search, and
 * overlapping tables have nothing to give away (R-BT-03).
 */
final class Blocks {
  private final int smallest;

  Blocks(int smallest) {
    this.smallest = smallest;
  }

  /** How many people have these values. */
  record Cell(Map<Dimension, String> values, int people) {}

  /** The blocks; none when there are fewer than k people in all. */
  List<Block> of(List<Cell> cells) {
    List<Block> blocks = new ArrayList<>();
    if (people(cells) >= smallest) {
      divide(cells, 0, blocks);
    }
    return blocks;
  }

  private void divide(List<Cell> cells, int depth, List<Block> blocks) {
    if (depth == Dimension.values().length) {
      blocks.add(block(cells));
      return;
    }
    Map<String, List<Cell>> byValue = new TreeMap<>();
    cells.forEach(cell ->
        byValue
            .computeIfAbsent(
                cell.values().getOrDefault(Dimension.values()[depth], ""), _ -> new ArrayList<>())
            .add(cell));
    List<List<Cell>> large = new ArrayList<>();
    List<Cell> pooled = new ArrayList<>();
    byValue
        .values()
        .forEach(group -> {
          if (people(group) >= smallest) {
            large.add(group);
          } else {
            pooled.addAll(group);
          }
        });
    if (!pooled.isEmpty() && people(pooled) < smallest) {
      // Too few to stand alone: the smallest large group gives up its name to hide them.
      List<Cell> hiding = large.stream().min(Comparator.comparingInt(Blocks::people)).orElseThrow();
      large.remove(hiding);
      pooled.addAll(hiding);
    }
    large.forEach(group -> divide(group, depth + 1, blocks));
    if (!pooled.isEmpty()) {
      divide(pooled, depth + 1, blocks);
    }
  }

  private static Block block(List<Cell> cells) {
    Map<Dimension, String> common = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      Set<String> values = new HashSet<>();
      cells.forEach(cell -> values.add(cell.values().getOrDefault(dimension, "")));
      if (values.size() == 1 && !values.contains("")) {
        common.put(dimension, values.iterator().next());
      }
    }
    return new Block(common, people(cells));
  }

  private static int people(List<Cell> cells) {
    return cells.stream().mapToInt(Cell::people).sum();
  }
}
