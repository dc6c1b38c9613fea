package org.shouxin.records.transfer.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.transfer.parcel.AuditItems;
import org.shouxin.records.transfer.parcel.ConsentItems;
import org.shouxin.records.transfer.parcel.Item;
import org.shouxin.records.transfer.parcel.ItemHash;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.transfer.parcel.RecordTables;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/**
 * Reads back what now stands here about the people of an arrival, as if it were to be handed over
 * again, and compares the items with the package in both directions.
 */
@ApplicationScoped
class Reconciliation {
  private static final List<String> SHARED = List.of("notice");

  private final Database database;
  private final PackageReading reading;
  private final Vault vault;
  private final ConsentItems consent;
  private final AuditItems log;

  Reconciliation(
      Database database,
      PackageReading reading,
      Vault vault,
      @RestClient ConsentItems consent,
      @RestClient AuditItems log) {
    this.log = log;
    this.database = database;
    this.reading = reading;
    this.vault = vault;
    this.consent = consent;
  }

  List<Receipt.Count> compare(ArrivalTable.Opened arrival, Manifest manifest) {
    Map<String, Tally> tallies = new TreeMap<>();
    manifest.classes().forEach(each -> tallies.put(each.name(), new Tally()));
    reading.requireCounts(arrival, manifest);
    reading.read(
        arrival,
        manifest,
        manifest.classes().stream().map(Manifest.ItemClass::name).toList(),
        chunk -> compare(arrival, chunk, tallies));
    Map<String, String> roots = new HashMap<>();
    manifest.classes().forEach(each -> roots.put(each.name(), each.root()));
    List<Receipt.Count> counts = new ArrayList<>();
    tallies.forEach((name, tally) ->
        counts.add(
            new Receipt.Count(
                name,
                roots.getOrDefault(name, ""),
                tally.matched,
                tally.explained,
                tally.missing,
                tally.extra)));
    return counts;
  }

  private static final class Tally {
    private long matched;
    private long explained;
    private long missing;
    private long extra;
  }

  private void compare(ArrivalTable.Opened arrival, Chunk chunk, Map<String, Tally> tallies) {
    Map<UUID, ArrivalTable.Newcomer> people =
        database.read(
            arrival.controllerId(),
            handle -> ArrivalTable.people(handle, arrival.id(), chunk.ids()));
    List<ArrivalTable.Newcomer> newcomers = chunk.newcomers(people);
    Set<String> known = new HashSet<>();
    Map<String, String> back = new HashMap<>();
    people
        .values()
        .forEach(person -> {
          back.put(person.customerId().toString(), person.sourceId().toString());
          if (person.known()) {
            known.add(person.sourceId().toString());
          }
        });
    List<CustomerId> here = newcomers.stream().map(ArrivalTable.Newcomer::customerId).toList();
    Set<ByteBuffer> found = new HashSet<>();
    List<Item> extras = new ArrayList<>();
    Set<ByteBuffer> promised = new HashSet<>();
    chunk.items().forEach(item -> promised.add(leaf(arrival, item)));
    for (Item item : readBack(arrival, here)) {
      Item renamed = Chunk.renamed(item, back);
      if (!found.add(leaf(arrival, renamed)) || !promised.contains(leaf(arrival, renamed))) {
        extras.add(renamed);
      }
    }
    // Whoever was known here brings older rows, and rows that hang on them, which nobody promised.
    boolean merged = newcomers.stream().anyMatch(ArrivalTable.Newcomer::known);
    for (Item item : chunk.items()) {
      Tally tally = tallies.computeIfAbsent(item.itemClass(), _ -> new Tally());
      if (found.contains(leaf(arrival, item))) {
        tally.matched++;
      } else if (concerns(item, known)) {
        tally.explained++;
      } else {
        tally.missing++;
      }
    }
    for (Item item : extras) {
      boolean explained =
          SHARED.contains(item.itemClass())
              || concerns(item, known)
              || (merged && !namesAPerson(item));
      if (!explained) {
        tallies.computeIfAbsent(item.itemClass(), _ -> new Tally()).extra++;
      }
    }
  }

  private List<Item> readBack(ArrivalTable.Opened arrival, List<CustomerId> people) {
    Map<CustomerId, DataKey> keys = vault.openKeys(arrival.controllerId(), people);
    List<Item> items =
        new ArrayList<>(
            database.read(
                arrival.controllerId(),
                handle ->
                    RecordTables.ALL.stream()
                        .flatMap(
                            table -> table.items(handle, arrival.controllerId(), keys).stream())
                        .toList()));
    List<String> names = people.stream().map(CustomerId::toString).toList();
    items.addAll(
        consent.give(
            new ConsentItems.Question(
                arrival.controllerId().value(), arrival.transferId().toString(), names, true)));
    items.addAll(log.all(arrival.controllerId().value(), arrival.transferId(), names, true));
    return items;
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

  private static ByteBuffer leaf(ArrivalTable.Opened arrival, Item item) {
    return ByteBuffer.wrap(ItemHash.leaf(item.line(arrival.transferId())));
  }
}
