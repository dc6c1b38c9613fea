package org.shouxin.records.transfer.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random books of business, every table that can be asked, and an attacker who subtracts. */
class BlocksTest {
  private static final int K = 10;
  private static final int BOOKS = 100;

  @Test
  void noTableOfTheRoomShowsFewerThanTenAndNothingIsLost() {
    for (int seed = 0; seed < BOOKS; seed++) {
      List<Blocks.Cell> book = book(seed);
      List<Block> blocks = new Blocks(K).of(book);
      int people = book.stream().mapToInt(Blocks.Cell::people).sum();
      for (List<Dimension> dimensions : tables()) {
        RoomTable table = RoomTable.of(blocks, dimensions);
        assertThat(table.rows())
            .allSatisfy(row -> assertThat(row.people()).isGreaterThanOrEqualTo(K));
        assertThat(table.suppressed() == 0 || table.suppressed() >= K).isTrue();
        int shown = table.rows().stream().mapToInt(RoomTable.Row::people).sum();
        assertThat(shown + table.suppressed()).isEqualTo(people < K ? 0 : people);
      }
    }
  }

  /**
   * Differencing: from any shown count the attacker takes away one or two others that it contains,
   * of whichever tables.
   */
  @Test
  void overlappingTablesSubtractToNobodyOrToAtLeastTen() {
    for (int seed = 0; seed < BOOKS; seed++) {
      List<Block> blocks = new Blocks(K).of(book(seed));
      List<BitSet> shown = shown(blocks);
      for (BitSet whole : shown) {
        for (BitSet part : shown) {
          if (contains(whole, part)) {
            BitSet rest = minus(whole, part);
            assertHidden(blocks, rest, seed);
            for (BitSet other : shown) {
              if (contains(rest, other)) {
                assertHidden(blocks, minus(rest, other), seed);
              }
            }
          }
        }
      }
    }
  }

  @Test
  void sevenPeopleOfOneKindAreHiddenTogetherWithOthers() {
    List<Block> blocks =
        new Blocks(K).of(List.of(cell("1", "F", 40), cell("1", "M", 7), cell("2", "F", 30)));
    RoomTable table = RoomTable.of(blocks, List.of(Dimension.POLICIES, Dimension.GENDER));
    assertThat(table.rows())
        .containsExactly(new RoomTable.Row(Map.of("POLICIES", "2", "GENDER", "F"), 30));
    assertThat(table.suppressed()).isEqualTo(47);
    assertThat(RoomTable.of(blocks, List.of(Dimension.POLICIES)).rows())
        .containsExactly(
            new RoomTable.Row(Map.of("POLICIES", "1"), 47),
            new RoomTable.Row(Map.of("POLICIES", "2"), 30));
  }

  private static void assertHidden(List<Block> blocks, BitSet rest, int seed) {
    int people = rest.stream().map(block -> blocks.get(block).people()).sum();
    assertThat(people == 0 || people >= K).as("book %d discloses %d", seed, people).isTrue();
  }

  /** Every count of every table, and what each table suppresses, as the blocks in it. */
  private static List<BitSet> shown(List<Block> blocks) {
    List<BitSet> shown = new ArrayList<>();
    for (List<Dimension> dimensions : tables()) {
      Map<Map<Dimension, String>, BitSet> cells = new LinkedHashMap<>();
      BitSet suppressed = new BitSet();
      for (int i = 0; i < blocks.size(); i++) {
        if (blocks.get(i).tells(dimensions)) {
          Map<Dimension, String> key = new EnumMap<>(Dimension.class);
          key.putAll(blocks.get(i).common());
          key.keySet().retainAll(dimensions);
          cells.computeIfAbsent(key, _ -> new BitSet()).set(i);
        } else {
          suppressed.set(i);
        }
      }
      shown.addAll(cells.values());
      shown.add(suppressed);
    }
    return shown.stream().distinct().toList();
  }

  private static List<List<Dimension>> tables() {
    List<List<Dimension>> tables = new ArrayList<>();
    for (int mask = 0; mask < 1 << Dimension.values().length; mask++) {
      List<Dimension> dimensions = new ArrayList<>();
      for (Dimension dimension : Dimension.values()) {
        if ((mask >> dimension.ordinal() & 1) == 1) {
          dimensions.add(dimension);
        }
      }
      tables.add(dimensions);
    }
    return tables;
  }

  private static List<Blocks.Cell> book(int seed) {
    Random random = new Random(seed);
    Map<Map<Dimension, String>, Integer> counts = new LinkedHashMap<>();
    int people = 5 + random.nextInt(300);
    for (int i = 0; i < people; i++) {
      Map<Dimension, String> values = new EnumMap<>(Dimension.class);
      values.put(Dimension.POLICIES, "" + random.nextInt(3));
      values.put(Dimension.AGE_BAND, "" + (int) Math.abs(random.nextGaussian() * 2));
      values.put(Dimension.GENDER, random.nextInt(5) == 0 ? "" : random.nextBoolean() ? "F" : "M");
      values.put(Dimension.INSURER, "" + (int) Math.abs(random.nextGaussian() * 3));
      counts.merge(values, 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(entry -> new Blocks.Cell(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Blocks.Cell cell(String policies, String gender, int people) {
    return new Blocks.Cell(Map.of(Dimension.POLICIES, policies, Dimension.GENDER, gender), people);
  }

  private static boolean contains(BitSet whole, BitSet part) {
    return minus(part, whole).isEmpty();
  }

  private static BitSet minus(BitSet whole, BitSet part) {
    BitSet rest = (BitSet) whole.clone();
    rest.andNot(part);
    return rest;
  }
}
