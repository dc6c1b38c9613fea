package org.shouxin.records.transfer.parcel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.shouxin.platform.database.JsonRows;

/** One item of a package: its class and what it says. */
public record Item(String itemClass, ObjectNode content) {

  /** Its line in the package without the line feed: what is hashed. */
  public byte[] line(UUID transfer) {
    ObjectNode line = JsonRows.MAPPER.createObjectNode();
    line.put("transfer", transfer.toString());
    line.put("class", itemClass);
    line.setAll(content);
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Item[" + itemClass + "]";
  }
}
