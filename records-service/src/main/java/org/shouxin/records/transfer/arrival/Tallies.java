package org.shouxin.records.transfer.arrival;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.shouxin.records.transfer.parcel.Item;
import org.shouxin.records.transfer.parcel.ItemHash;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.transfer.parcel.RecordTables;

/** Compares items promised with items found, in both directions, and counts by class. */
final class Tallies {
  private static final List<String> SHARED = List.of("notice");

  private final UUID transfer;
  private final Map<String, Tally> tallies = new TreeMap<>();

  Tallies(UUID transfer) {
    this.transfer = transfer;
  }

  /**
   * What was found of one class.
   *
   * @param matched items that stand here exactly as promised
   * @param explained items merged with what the receiver had
   * @param missing promised, and not found
   * @param extra found about people who were new here, and not promised
   */
  public record Tally(String itemClass, long matched, long explained, long missing, long extra) {
    static Tally none(String itemClass) {
      return new Tally(itemClass, 0, 0, 0, 0);
    }

    Tally plus(Tally more) {
      return new Tally(
          itemClass,
          matched + more.matched,
          explained + more.explained,
          missing + more.missing,
          extra + more.extra);
    }
  }

  /**
   * Counts some classes of one chunk.
   *
   * @param chunk as it stands in the package, those classes only
   * @param readBack as they stand here, under our pseudonyms
   * @param people of the chunk, and whoever else its items name
   */
  void compare(Chunk.Part chunk, List<Item> readBack, Map<UUID, ArrivalTable.Newcomer> people) {
    Set<String> known = new HashSet<>();
    Map<String, String> back = new TreeMap<>();
    for (ArrivalTable.Newcomer person : people.values()) {
      back.put(person.customerId().toString(), person.sourceId().toString());
      if (person.known()) {
        known.add(person.sourceId().toString());
      }
    }
    boolean merged = chunk.people().stream().anyMatch(each -> known.contains(each.toString()));
    List<Item> promised = chunk.items();
    Set<ByteBuffer> leaves = new HashSet<>();
    promised.forEach(item -> leaves.add(leaf(item)));
    Set<ByteBuffer> found = new HashSet<>();
    List<Item> extras = new ArrayList<>();
    for (Item item : readBack) {
      Item renamed = Chunk.renamed(item, back);
      ByteBuffer leaf = leaf(renamed);
      if (!found.add(leaf) || !leaves.contains(leaf)) {
        extras.add(renamed);
      }
    }
    for (Item item : promised) {
      boolean here = found.contains(leaf(item));
      boolean explained = !here && concerns(item, known);
      add(item, here ? 1 : 0, explained ? 1 : 0, here || explained ? 0 : 1, 0);
    }
    // Whoever was known here brings older rows, and rows that hang on them, which nobody promised.
    for (Item item : extras) {
      boolean explained =
          SHARED.contains(item.itemClass())
              || concerns(item, known)
              || (merged && !namesAPerson(item));
      if (!explained) {
        add(item, 0, 0, 0, 1);
      }
    }
  }

  private void add(Item item, long matched, long explained, long missing, long extra) {
    add(new Tally(item.itemClass(), matched, explained, missing, extra));
  }

  void add(Tally more) {
    tallies.merge(more.itemClass(), more, Tally::plus);
  }

  List<Tally> list() {
    return List.copyOf(tallies.values());
  }

  /** Counts of a receipt: every class of the manifest, and whatever else was found. */
  List<Receipt.Count> counts(Manifest manifest) {
    Map<String, String> roots = new TreeMap<>();
    manifest
        .classes()
        .forEach(each -> {
          roots.put(each.name(), each.root());
          tallies.computeIfAbsent(each.name(), Tally::none);
        });
    return tallies.values().stream()
        .map(tally ->
            new Receipt.Count(
                tally.itemClass(),
                roots.getOrDefault(tally.itemClass(), ""),
                tally.matched(),
                tally.explained(),
                tally.missing(),
                tally.extra()))
        .toList();
  }

  private static boolean concerns(Item item, Set<String> people) {
    return people.contains(item.content().path("customerId").asText())
        || people.contains(item.content().path("childId").asText())
        || (item.itemClass().equals(RecordTables.PERSON)
            && people.contains(item.content().path("id").asText()));
  }

  private static boolean namesAPerson(Item item) {
    return item.content().has("customerId")
        || item.content().has("childId")
        || item.itemClass().equals(RecordTables.PERSON);
  }

  private ByteBuffer leaf(Item item) {
    return ByteBuffer.wrap(ItemHash.leaf(item.line(transfer)));
  }
}
