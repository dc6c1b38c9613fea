package org.shouxin.platform.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;

/**
 * Rows of one table as JSON objects and back, loss-free: what is inserted and read again is the
 * same text. Members are the columns in camel case; null columns are absent, bytea is {@code \x}
 * and hexadecimal digits, instants are in UTC to the microsecond.
 *
 * @param table a table with a column {@code controller_id}
 * @param columns what travels, without the controller
 * @param people condition on {@code t} that selects the rows of {@code :people}
 * @param order columns of a total order
 */
public record JsonRows(String table, List<String> columns, String people, String order) {
  /** Keeps every digit of a number and sorts nothing. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  public JsonRows {
    columns = List.copyOf(columns);
  }

  /** The rows of these people in their order. */
  public List<ObjectNode> read(Handle handle, ControllerId controller, Collection<UUID> people) {
    handle.execute("set local timezone to 'UTC'");
    String selected =
        columns.stream()
            .map(column -> "t." + column + " as \"" + member(column) + '"')
            .collect(Collectors.joining(", "));
    return handle
        .createQuery(
            "select to_jsonb(r)::text from (select "
                + selected
                + " from "
                + table
                + " t where t.controller_id = :controller and "
                + this.people
                + " order by "
                + order
                + ") r")
        .bind("controller", controller)
        .bindArray("people", UUID.class, List.copyOf(people))
        .map((row, context) -> parse(row.getString(1)))
        .list();
  }

  /** Inserts rows that are not there yet; returns how many were not. */
  public int insert(Handle handle, ControllerId controller, List<ObjectNode> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    String names = String.join(", ", columns);
    String values = columns.stream().map(name -> "r." + name).collect(Collectors.joining(", "));
    return handle
        .createUpdate(
            "insert into "
                + table
                + " (controller_id, "
                + names
                + ") select :controller, "
                + values
                + " from jsonb_populate_recordset(null::"
                + table
                + ", cast(:rows as jsonb)) r on conflict do nothing")
        .bind("controller", controller)
        .bind("rows", inColumns(rows))
        .execute();
  }

  /** Member of a column: {@code valid_until} is {@code validUntil}. */
  public static String member(String column) {
    StringBuilder member = new StringBuilder();
    boolean upper = false;
    for (char c : column.toCharArray()) {
      member.append(upper ? Character.toUpperCase(c) : c == '_' ? "" : String.valueOf(c));
      upper = c == '_';
    }
    return member.toString();
  }

  private String inColumns(List<ObjectNode> rows) {
    var list = MAPPER.createArrayNode();
    for (ObjectNode row : rows) {
      ObjectNode named = list.addObject();
      for (String column : columns) {
        JsonNode value = row.get(member(column));
        if (value != null) {
          named.set(column, value);
        }
      }
    }
    return list.toString();
  }

  private static ObjectNode parse(String text) {
    try {
      ObjectNode row = (ObjectNode) MAPPER.readTree(text);
      row.properties().removeIf(member -> member.getValue().isNull());
      return row;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a row is no JSON", impossible);
    }
  }
}
