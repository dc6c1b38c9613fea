package org.shouxin.records.transfer.arrival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.transfer.parcel.Item;
import org.shouxin.records.transfer.parcel.RecordTables;

/**
 * The items of one chunk of people, as they stand in the package.
 *
 * @param file the file of each class in which they stand
 */
record Chunk(String file, List<Item> items) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /**
   * Its items of some classes.
   *
   * @param people pseudonyms of the chunk's people
   */
  record Part(List<UUID> people, List<Item> items) {}

  Part of(Collection<String> classes) {
    return new Part(
        people(), items.stream().filter(item -> classes.contains(item.itemClass())).toList());
  }

  /** Pseudonyms of its people. */
  List<UUID> people() {
    return items.stream()
        .filter(item -> item.itemClass().equals(RecordTables.PERSON))
        .map(item -> Ids.parse(item.content().path("id").asText()))
        .toList();
  }

  /** Its people as they are known here. */
  List<ArrivalTable.Newcomer> newcomers(Map<UUID, ArrivalTable.Newcomer> named) {
    return people().stream()
        .map(source -> Objects.requireNonNull(named.get(source), "everybody is named"))
        .toList();
  }

  /** All ids that stand in its items; those of people are among them. */
  Set<UUID> ids() {
    Set<UUID> ids = new HashSet<>();
    for (Item item : items) {
      for (JsonNode value : item.content()) {
        if (value.isTextual() && ID.matcher(value.asText()).matches()) {
          ids.add(UUID.fromString(value.asText()));
        }
      }
    }
    return ids;
  }

  /** The same item with each person under another pseudonym. */
  static Item renamed(Item item, Map<String, String> names) {
    ObjectNode content = item.content().deepCopy();
    UnaryOperator<JsonNode> rename =
        value ->
            value.isTextual() && names.containsKey(value.asText())
                ? TextNode.valueOf(names.get(value.asText()))
                : value;
    List<String> members = new ArrayList<>();
    content.fieldNames().forEachRemaining(members::add);
    members.forEach(member -> content.set(member, rename.apply(content.get(member))));
    return new Item(item.itemClass(), content);
  }
}
