package org.shouxin.records.transfer.arrival;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.customer.ArrivingRecords;
import org.shouxin.records.transfer.parcel.Item;
import org.shouxin.records.transfer.parcel.RecordTables;
import org.shouxin.records.vault.BlindIndex;

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
    BlindIndex index = records.indexOf(arrival.controllerId());
    database.write(
        arrival.controllerId(),
        handle -> {
          Map<UUID, CustomerId> known =
              records.known(
                  handle, arrival.controllerId(), index, contents(chunk, RecordTables.STATEMENT));
          Set<UUID> withKnownPolicy =
              records.withKnownPolicy(
                  handle, arrival.controllerId(), index, contents(chunk, RecordTables.POLICY_PART));
          Map<UUID, ArrivalTable.Newcomer> named =
              ArrivalTable.people(handle, arrival.id(), chunk.people());
          List<ArrivalTable.Newcomer> fresh = new ArrayList<>();
          for (UUID person : chunk.people()) {
            if (!named.containsKey(person)) {
              CustomerId here = known.get(person);
              fresh.add(
                  new ArrivalTable.Newcomer(
                      person,
                      here == null ? new CustomerId(Ids.random()) : here,
                      here != null || withKnownPolicy.contains(person)));
            }
          }
          ArrivalTable.insert(handle, arrival.controllerId(), arrival.id(), fresh);
          return named.size();
        });
  }

  private static List<ObjectNode> contents(Chunk chunk, String itemClass) {
    return chunk.items().stream()
        .filter(item -> item.itemClass().equals(itemClass))
        .map(Item::content)
        .toList();
  }
}
