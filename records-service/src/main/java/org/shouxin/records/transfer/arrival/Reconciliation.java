package org.shouxin.records.transfer.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.transfer.parcel.AuditItems;
import org.shouxin.records.transfer.parcel.ConsentItems;
import org.shouxin.records.transfer.parcel.Item;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.transfer.parcel.RecordTables;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/**
 * Reads back what stands here about the people of an arrival, as if it were to be handed over
 * again, and compares it with the package in both directions. Whatever rests is compared before
 * anybody can touch it, so that a receipt says what arrived, whatever was done since (D-143); what
 * runs, stop orders and clocks, is kept as it came.
 */
@ApplicationScoped
class Reconciliation {
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

  /** Counts what the neighbours took of a chunk; before the switch. */
  void compareAtNeighbours(
      ArrivalTable.Opened arrival,
      Chunk chunk,
      Map<UUID, ArrivalTable.Newcomer> people,
      Tallies tallies) {
    List<String> names = names(chunk, people);
    List<Item> found = new ArrayList<>(givenBack(arrival, names, Admission.AT_REST));
    found.addAll(log.all(arrival.controllerId().value(), arrival.transferId(), names, true));
    tallies.compare(chunk.of(Admission.NEIGHBOURS), found, people);
  }

  /** Counts the records of a chunk, in the transaction that writes them. */
  void compareRecords(
      Handle handle,
      ArrivalTable.Opened arrival,
      Chunk chunk,
      Map<UUID, ArrivalTable.Newcomer> people,
      Map<CustomerId, DataKey> keys,
      Tallies tallies) {
    List<Item> found =
        RecordTables.ALL.stream()
            .flatMap(table -> table.items(handle, arrival.controllerId(), keys).stream())
            .toList();
    tallies.compare(chunk.of(Admission.RECORDS), found, people);
  }

  /** All counts of an admitted arrival. */
  List<Receipt.Count> counts(ArrivalTable.Opened arrival, Manifest manifest) {
    Tallies tallies = new Tallies(arrival.transferId());
    List<Tallies.Tally> atSwitch =
        database.read(
            arrival.controllerId(), handle -> ArrivalTable.comparison(handle, arrival.id()));
    atSwitch.forEach(tallies::add);
    reading.requireCounts(arrival, manifest);
    if (atSwitch.isEmpty()) {
      reading.read(
          arrival, manifest, Admission.ALL, chunk -> compareResting(arrival, chunk, tallies));
    }
    if (manifest.classes().stream().anyMatch(each -> Admission.RUNNING.contains(each.name()))) {
      List<String> running = new ArrayList<>(List.of(RecordTables.PERSON));
      running.addAll(Admission.RUNNING);
      reading.read(arrival, manifest, running, chunk -> compareRunning(arrival, chunk, tallies));
    }
    return tallies.counts(manifest);
  }

  /** Of an arrival that was admitted before the switch compared: as it stands now. */
  private void compareResting(ArrivalTable.Opened arrival, Chunk chunk, Tallies tallies) {
    Map<UUID, ArrivalTable.Newcomer> people = people(arrival, chunk);
    Map<CustomerId, DataKey> keys =
        vault.openKeys(
            arrival.controllerId(),
            chunk.newcomers(people).stream().map(ArrivalTable.Newcomer::customerId).toList());
    database.read(
        arrival.controllerId(),
        handle -> {
          compareRecords(handle, arrival, chunk, people, keys, tallies);
          return chunk;
        });
    compareAtNeighbours(arrival, chunk, people, tallies);
  }

  private void compareRunning(ArrivalTable.Opened arrival, Chunk chunk, Tallies tallies) {
    Map<UUID, ArrivalTable.Newcomer> people = people(arrival, chunk);
    tallies.compare(
        chunk.of(Admission.RUNNING),
        givenBack(arrival, names(chunk, people), Admission.RUNNING),
        people);
  }

  private List<Item> givenBack(
      ArrivalTable.Opened arrival, List<String> names, List<String> classes) {
    return consent
        .give(
            new ConsentItems.Question(
                arrival.controllerId().value(), arrival.transferId().toString(), names, true))
        .stream()
        .filter(item -> classes.contains(item.itemClass()))
        .toList();
  }

  private Map<UUID, ArrivalTable.Newcomer> people(ArrivalTable.Opened arrival, Chunk chunk) {
    return database.read(
        arrival.controllerId(), handle -> ArrivalTable.people(handle, arrival.id(), chunk.ids()));
  }

  private static List<String> names(Chunk chunk, Map<UUID, ArrivalTable.Newcomer> people) {
    return chunk.newcomers(people).stream().map(each -> each.customerId().toString()).toList();
  }
}
