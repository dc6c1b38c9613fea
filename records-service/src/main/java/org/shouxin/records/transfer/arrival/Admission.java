package org.shouxin.records.transfer.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.records.customer.ArrivingRecords;
import org.shouxin.records.transfer.parcel.AuditItems;
import org.shouxin.records.transfer.parcel.ConsentItems;
import org.shouxin.records.transfer.parcel.Item;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.transfer.parcel.RecordTables;
import org.shouxin.records.transfer.parcel.SealedTable;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/**
 * Admits a package: checks all of it and names the people; brings consent-service its items, which
 * nobody meets there before the people exist; then moves everybody in, in one transaction; then
 * what runs there, stop orders and clocks, is set going. Ended anywhere, the same call goes on, and
 * half is never visible.
 */
@ApplicationScoped
class Admission {
  private static final int BATCH_BYTES = 128 * 1024;
  private static final int BATCH_ITEMS = 1_000;

  /** What this service keeps. */
  static final List<String> RECORDS =
      RecordTables.ALL.stream().map(SealedTable::itemClass).toList();

  /** What reaches somebody by itself once consent-service has it. */
  static final List<String> RUNNING = List.of("stopOrder", "dutyClockOpen");

  static final List<String> AT_REST =
      ConsentItems.CLASSES.stream().filter(name -> !RUNNING.contains(name)).toList();

  /** What the neighbours keep and nobody meets before the people exist. */
  static final List<String> NEIGHBOURS = joined(AT_REST, AuditItems.CLASSES);

  static final List<String> ALL = joined(joined(RECORDS, ConsentItems.CLASSES), AuditItems.CLASSES);

  private final Database database;
  private final PackageReading reading;
  private final CarriedEntries entries;
  private final Newcomers newcomers;
  private final ConsentItems consent;
  private final AuditItems log;
  private final MovingIn movingIn;
  private final Reconciliation reconciliation;
  private final ArrivingRecords records;
  private final Vault vault;
  private final AuditOutbox audit;
  private final Clock clock;

  Admission(
      Database database,
      PackageReading reading,
      CarriedEntries entries,
      Newcomers newcomers,
      @RestClient ConsentItems consent,
      @RestClient AuditItems log,
      MovingIn movingIn,
      Reconciliation reconciliation,
      ArrivingRecords records,
      Vault vault,
      AuditOutbox audit,
      Clock clock) {
    this.database = database;
    this.reading = reading;
    this.entries = entries;
    this.newcomers = newcomers;
    this.consent = consent;
    this.log = log;
    this.movingIn = movingIn;
    this.reconciliation = reconciliation;
    this.records = records;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  void admit(Actor actor, ArrivalTable.Opened arrival, Manifest manifest) {
    // First everything is checked, then anything is written: a fault at the end leaves no trace.
    reading.requireCounts(arrival, manifest);
    Belonging belonging = new Belonging();
    reading.read(
        arrival,
        manifest,
        ALL,
        chunk -> {
          belonging.look(chunk);
          entries.require(manifest, arrival.transferId(), chunk);
        });
    if (belonging.awaitsSomebody()) {
      reading.read(arrival, manifest, List.of(RecordTables.PERSON), belonging::meet);
    }
    belonging.requireGuardians();
    reading.read(arrival, manifest, RECORDS, chunk -> newcomers.name(arrival, chunk));
    Tallies tallies = new Tallies(arrival.transferId());
    reading.read(
        arrival,
        manifest,
        joined(List.of(RecordTables.PERSON), NEIGHBOURS),
        chunk -> leaveAtNeighbours(arrival, chunk, tallies));
    reading.read(arrival, manifest, RECORDS, chunk -> makeKeys(arrival, chunk));
    database.write(
        arrival.controllerId(),
        handle -> {
          records.lock(handle, arrival.controllerId());
          boolean first =
              ArrivalTable.switched(
                  handle, arrival.controllerId(), arrival.id(), actor.id(), clock.instant());
          if (first) {
            reading.read(
                arrival,
                manifest,
                RECORDS,
                chunk -> moveIn(handle, actor, arrival, chunk, tallies));
            ArrivalTable.compared(handle, arrival.controllerId(), arrival.id(), tallies.list());
            audit.record(
                handle,
                event(actor, "transfer.received", arrival).count(manifest.people()).build());
          }
          return first;
        });
  }

  /**
   * Brings what runs: no recipient here hears of an order and no clock escalates before the people
   * are admitted (D-137). The same again changes nothing.
   */
  void setGoing(ArrivalTable.Opened arrival, Manifest manifest) {
    reading.read(
        arrival,
        manifest,
        RUNNING,
        chunk -> bring(arrival, chunk, names(arrival, chunk), RUNNING, this::giveToConsent));
  }

  /** Brings what rests, and counts at once what stands there: nobody knows of the people yet. */
  private void leaveAtNeighbours(ArrivalTable.Opened arrival, Chunk chunk, Tallies tallies) {
    Map<UUID, ArrivalTable.Newcomer> people = names(arrival, chunk);
    bring(arrival, chunk, people, AT_REST, this::giveToConsent);
    bring(arrival, chunk, people, AuditItems.CLASSES, this::giveToAudit);
    reconciliation.compareAtNeighbours(arrival, chunk, people, tallies);
  }

  private void makeKeys(ArrivalTable.Opened arrival, Chunk chunk) {
    Set<CustomerId> people = new HashSet<>();
    names(arrival, chunk).values().forEach(person -> people.add(person.customerId()));
    people.removeAll(vault.openKeys(arrival.controllerId(), people).keySet());
    vault.createKeys(arrival.controllerId(), people);
  }

  private void moveIn(
      Handle handle, Actor actor, ArrivalTable.Opened arrival, Chunk chunk, Tallies tallies) {
    Map<UUID, ArrivalTable.Newcomer> people =
        ArrivalTable.people(handle, arrival.id(), chunk.ids());
    List<CustomerId> customers =
        chunk.newcomers(people).stream().map(ArrivalTable.Newcomer::customerId).toList();
    Map<CustomerId, DataKey> keys = vault.openKeys(arrival.controllerId(), customers);
    Set<String> known =
        people.values().stream()
            .filter(ArrivalTable.Newcomer::known)
            .map(person -> person.customerId().toString())
            .collect(Collectors.toUnmodifiableSet());
    List<Item> items =
        renamed(chunk.items(), people).stream()
            .flatMap(item -> Trust.ofSeller(item, known).stream())
            .toList();
    movingIn.write(handle, arrival.controllerId(), items, keys);
    reconciliation.compareRecords(handle, arrival, chunk, people, keys, tallies);
    List<AuditEvent> events =
        customers.stream()
            .map(customer ->
                event(actor, "transfer.customer.arrived", arrival).subject(customer).build())
            .toList();
    audit.record(handle, events);
  }

  /** Another service that takes its part of the items. */
  private interface Taker {
    void take(ArrivalTable.Opened arrival, List<Item> batch, List<String> known);
  }

  private void bring(
      ArrivalTable.Opened arrival,
      Chunk chunk,
      Map<UUID, ArrivalTable.Newcomer> people,
      List<String> classes,
      Taker taker) {
    List<String> known =
        people.values().stream()
            .filter(ArrivalTable.Newcomer::known)
            .map(person -> person.customerId().toString())
            .toList();
    List<Item> batch = new ArrayList<>();
    int bytes = 0;
    for (Item item : renamed(chunk.of(classes).items(), people)) {
      int size = item.line(arrival.transferId()).length;
      if (!batch.isEmpty() && (bytes + size > BATCH_BYTES || batch.size() == BATCH_ITEMS)) {
        taker.take(arrival, batch, known);
        batch.clear();
        bytes = 0;
      }
      batch.add(item);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      taker.take(arrival, batch, known);
    }
  }

  private void giveToAudit(ArrivalTable.Opened arrival, List<Item> batch, List<String> known) {
    log.take(
        new AuditItems.Arriving(
            arrival.controllerId().value(), arrival.transferId().toString(), List.copyOf(batch)));
  }

  private void giveToConsent(ArrivalTable.Opened arrival, List<Item> batch, List<String> known) {
    consent.take(
        new ConsentItems.Arriving(
            arrival.controllerId().value(),
            arrival.fromControllerId(),
            arrival.transferId().toString(),
            List.copyOf(batch),
            known));
  }

  private Map<UUID, ArrivalTable.Newcomer> names(ArrivalTable.Opened arrival, Chunk chunk) {
    return database.read(
        arrival.controllerId(), handle -> ArrivalTable.people(handle, arrival.id(), chunk.ids()));
  }

  private static List<Item> renamed(List<Item> items, Map<UUID, ArrivalTable.Newcomer> people) {
    Map<String, String> names = new HashMap<>();
    people.forEach(
        (source, person) -> names.put(source.toString(), person.customerId().toString()));
    return items.stream().map(item -> Chunk.renamed(item, names)).toList();
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private AuditEvents event(Actor actor, String type, ArrivalTable.Opened arrival) {
    return AuditEvents.of(actor, type, clock)
        .purpose("P-20")
        .resource("transfer", arrival.transferId().toString());
  }
}
