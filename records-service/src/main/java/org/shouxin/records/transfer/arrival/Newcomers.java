package org.shouxin.records.transfer.arrival;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.customer.ArrivingRecords;
import org.shouxin.records.transfer.parcel.Item;
import org.shouxin.records.transfer.parcel.RecordTables;

/**
 * Gives each person who arrives a pseudonym of ours: a new one, or hers when she was our customer
 * before. Given once; a repeated admission finds them again.
 */
@ApplicationScoped
class Newcomers {
  private final Database database;
  private final ArrivingRecords records;

  Newcomers(Database database, ArrivingRecords records) {
    this.database = database;
    this.records = records;
  }

  void name(ArrivalTable.Opened arrival, Chunk chunk) {
    database.write(
        arrival.controllerId(),
        handle -> {
          Map<UUID, CustomerId> known = known(handle, arrival, chunk);
          Set<UUID> withKnownPolicy = withKnownPolicy(handle, arrival, chunk);
          Map<UUID, ArrivalTable.Newcomer> named =
              ArrivalTable.people(handle, arrival.id(), chunk.people());
          for (UUID person : chunk.people()) {
            if (!named.containsKey(person)) {
              CustomerId here = known.get(person);
              ArrivalTable.insert(
                  handle,
                  arrival.controllerId(),
                  arrival.id(),
                  new ArrivalTable.Newcomer(
                      person,
                      here == null ? new CustomerId(Ids.random()) : here,
                      here != null || withKnownPolicy.contains(person)));
            }
          }
          return named.size();
        });
  }

  private Map<UUID, CustomerId> known(Handle handle, ArrivalTable.Opened arrival, Chunk chunk) {
    Map<UUID, CustomerId> known = new HashMap<>();
    for (Item item : chunk.items()) {
      if (item.itemClass().equals(RecordTables.STATEMENT)) {
        records
            .findKnown(handle, arrival.controllerId(), item.content())
            .ifPresent(here -> known.putIfAbsent(person(item.content()), here));
      }
    }
    return known;
  }

  private Set<UUID> withKnownPolicy(Handle handle, ArrivalTable.Opened arrival, Chunk chunk) {
    Set<UUID> people = new HashSet<>();
    for (Item item : chunk.items()) {
      if (item.itemClass().equals(RecordTables.POLICY_PART)
          && records.knowsPolicy(handle, arrival.controllerId(), item.content().path("terms"))) {
        people.add(person(item.content()));
      }
    }
    return people;
  }

  private static UUID person(ObjectNode content) {
    return Ids.parse(content.path("customerId").asText());
  }
}
