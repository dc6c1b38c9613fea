package org.shouxin.records.transfer.arrival;

import java.util.Optional;
import java.util.Set;
import org.shouxin.records.transfer.parcel.Item;
import org.shouxin.records.transfer.parcel.RecordTables;

/**
 * What a seller's word is worth about somebody whom the receiver knows: it is one more source, and
 * stands behind what was verified here. Two people's choice here is not made by the seller's.
 */
final class Trust {
  private Trust() {}

  /**
   * The item as it is taken; none when it is not.
   *
   * @param known people whom the receiver knew, under our pseudonyms
   */
  static Optional<Item> ofSeller(Item item, Set<String> known) {
    if (!known.contains(item.content().path("customerId").asText())) {
      return Optional.of(item);
    }
    return switch (item.itemClass()) {
      case "conflictChoice" -> Optional.empty();
      case RecordTables.STATEMENT -> {
        var unverified = item.content().deepCopy();
        unverified.remove("verifier");
        unverified.remove("verifiedAt");
        yield Optional.of(new Item(item.itemClass(), unverified));
      }
      default -> Optional.of(item);
    };
  }
}
