package org.shouxin.records.transfer.arrival;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.JsonRows;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.customer.ArrivingRecords;
import org.shouxin.records.transfer.parcel.Item;
import org.shouxin.records.transfer.parcel.RecordTables;
import org.shouxin.records.transfer.parcel.SealedTable;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.DataKey;

/** Writes the records of one chunk under the receiver's keys, in the caller's transaction. */
@ApplicationScoped
class MovingIn {
  private static final Map<String, List<String>> MORE =
      Map.of(
          RecordTables.STATEMENT,
          List.of("digest", "name_index", "id_number_index", "mobile_index"),
          RecordTables.BANK_ACCOUNT,
          List.of("number_index"),
          RecordTables.HEALTH_NOTE,
          List.of("digest"));

  private final ArrivingRecords records;

  MovingIn(ArrivingRecords records) {
    this.records = records;
  }

  /**
   * Writes them.
   *
   * @param items of this service's classes, under our pseudonyms
   */
  void write(
      Handle handle, ControllerId controller, List<Item> items, Map<CustomerId, DataKey> keys) {
    Set<ArrivingRecords.StoredDigest> digests = records.digests(handle, controller, keys.keySet());
    BlindIndex index = records.indexOf(controller);
    Map<String, List<ObjectNode>> rows = new LinkedHashMap<>();
    for (SealedTable table : RecordTables.ALL) {
      for (Item item : items) {
        if (item.itemClass().equals(table.itemClass())) {
          rows.computeIfAbsent(table.itemClass(), _ -> new ArrayList<>())
              .add(row(handle, controller, index, table, item.content(), keys, digests));
        }
      }
      into(table).insert(handle, controller, rows.getOrDefault(table.itemClass(), List.of()));
    }
    restrict(handle, controller, rows.getOrDefault(RecordTables.PERSON, List.of()));
  }

  private ObjectNode row(
      Handle handle,
      ControllerId controller,
      BlindIndex index,
      SealedTable table,
      ObjectNode content,
      Map<CustomerId, DataKey> keys,
      Set<ArrivingRecords.StoredDigest> digests) {
    ObjectNode plain = content;
    if (table.itemClass().equals(RecordTables.POLICY_PART)) {
      plain = content.deepCopy();
      plain.put("policyId", records.policy(handle, controller, index, content).toString());
    }
    DataKey key = Objects.requireNonNull(keys.get(table.person(plain)), "every person has a key");
    ObjectNode row = table.sealed(controller, plain, key);
    switch (table.itemClass()) {
      case RecordTables.STATEMENT -> records.index(handle, controller, index, plain, row, digests);
      case RecordTables.BANK_ACCOUNT -> records.indexAccount(index, plain, row);
      case RecordTables.HEALTH_NOTE -> records.indexNote(index, plain, row);
      default -> {
        return row;
      }
    }
    return row;
  }

  private static JsonRows into(SealedTable table) {
    JsonRows rows = table.rows();
    List<String> columns = new ArrayList<>(rows.columns());
    columns.addAll(MORE.getOrDefault(table.itemClass(), List.of()));
    if (table.itemClass().equals(RecordTables.POLICY_PART)) {
      columns.removeAll(List.of("source", "recorded_at"));
    }
    return new JsonRows(
        table.itemClass().equals(RecordTables.POLICY_PART) ? table.place() : rows.table(),
        columns,
        rows.people(),
        rows.order());
  }

  /** Whom we knew is restricted here too from now on, when she arrives restricted. */
  private static void restrict(Handle handle, ControllerId controller, List<ObjectNode> people) {
    for (ObjectNode person : people) {
      if (person.has("restrictedAt")) {
        handle.execute(
            "update customer set restricted_at = coalesce(restricted_at, ?::timestamptz)"
                + " where controller_id = ? and id = ?::uuid",
            person.path("restrictedAt").asText(),
            controller,
            person.path("id").asText());
      }
    }
  }
}
