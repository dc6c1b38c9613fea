package org.shouxin.records.transfer.parcel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.JsonRows;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.FieldPlace;

/**
 * How the rows of one table become items and rows again: sealed columns are opened with the
 * person's key for the package, and sealed with her key at the receiver.
 *
 * @param place table that the sealed values are bound to
 * @param row column whose value they are bound to as their row
 * @param sealed columns sealed under the person's key
 * @param json those of them that hold JSON
 */
public record SealedTable(
    String itemClass,
    JsonRows rows,
    String person,
    String place,
    String row,
    List<String> sealed,
    List<String> json) {

  /** The items of these people; whose key is not given is left out. */
  public List<Item> items(Handle handle, ControllerId controller, Map<CustomerId, DataKey> keys) {
    Collection<UUID> people = keys.keySet().stream().map(CustomerId::value).toList();
    return rows.read(handle, controller, people).stream()
        .map(read -> new Item(itemClass, opened(controller, read, keys)))
        .toList();
  }

  /** The row that an item becomes: its values sealed again, everything else as it is. */
  public ObjectNode sealed(ControllerId controller, ObjectNode content, DataKey key) {
    ObjectNode sealedRow = content.deepCopy();
    FieldPlace at = at(controller, content);
    for (String column : sealed) {
      JsonNode value = content.get(JsonRows.member(column));
      if (value != null) {
        String text = json.contains(column) ? value.toString() : value.asText();
        sealedRow.put(
            JsonRows.member(column),
            "\\x" + HexFormat.of().formatHex(key.seal(at.column(column), text)));
      }
    }
    return sealedRow;
  }

  /** Whose item it is. */
  public CustomerId person(ObjectNode content) {
    return CustomerId.parse(content.path(JsonRows.member(person)).asText());
  }

  private ObjectNode opened(
      ControllerId controller, ObjectNode read, Map<CustomerId, DataKey> keys) {
    DataKey key = keys.get(person(read));
    if (key == null) {
      throw new IllegalStateException("rows of people without a key");
    }
    FieldPlace at = at(controller, read);
    for (String column : sealed) {
      JsonNode value = read.get(JsonRows.member(column));
      if (value != null) {
        byte[] bytes = HexFormat.of().parseHex(value.asText().substring(2));
        String text = key.open(at.column(column), bytes);
        read.set(
            JsonRows.member(column),
            json.contains(column) ? parse(text) : JsonRows.MAPPER.getNodeFactory().textNode(text));
      }
    }
    return read;
  }

  private FieldPlace at(ControllerId controller, ObjectNode content) {
    return new FieldPlace(
        controller,
        person(content),
        place,
        "",
        UUID.fromString(content.path(JsonRows.member(row)).asText()));
  }

  private static JsonNode parse(String text) {
    try {
      return JsonRows.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      e.clearLocation();
      throw new IllegalStateException("a sealed value is no JSON");
    }
  }
}
