package org.shouxin.records.transfer.arrival;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
    Map<String, List<ObjectNode>> plain = new HashMap<>();
    items.forEach(item ->
        plain.computeIfAbsent(item.itemClass(), _ -> new ArrayList<>()).add(item.content()));
    plain.computeIfPresent(
        RecordTables.POLICY_PART,
        (_, parts) -> withPolicies(parts, records.policies(handle, controller, index, parts)));
    for (SealedTable table : RecordTables.ALL) {
      List<ObjectNode> rows =
          plain.getOrDefault(table.itemClass(), List.of()).stream()
              .map(content -> row(controller, index, table, content, keys, digests))
              .toList();
      into(table).insert(handle, controller, rows);
    }
    records.makeFindable(
        handle, controller, index, plain.getOrDefault(RecordTables.STATEMENT, List.of()));
    restrict(handle, controller, plain.getOrDefault(RecordTables.PERSON, List.of()));
  }

  private static List<ObjectNode> withPolicies(List<ObjectNode> parts, List<UUID> policies) {
    List<ObjectNode> placed = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      placed.add(parts.get(i).deepCopy().put("policyId", policies.get(i).toString()));
    }
    return placed;
  }

  private ObjectNode row(
      ControllerId controller,
      BlindIndex index,
      SealedTable table,
      ObjectNode plain,
      Map<CustomerId, DataKey> keys,
      Set<ArrivingRecords.StoredDigest> digests) {
    DataKey key = Objects.requireNonNull(keys.get(table.person(plain)), "every person has a key");
    ObjectNode row = table.sealed(controller, plain, key);
    switch (table.itemClass()) {
      case RecordTables.STATEMENT -> records.index(index, plain, row, digests);
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
