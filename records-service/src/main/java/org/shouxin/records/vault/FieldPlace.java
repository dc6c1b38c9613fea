package org.shouxin.records.vault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/**
 * Where one encrypted value stands. It is the value's associated data: moved to another row,
 * column, person or controller, the value fails to open.
 */
public record FieldPlace(
    ControllerId controller, CustomerId customer, String table, String column, UUID row) {

  /** The same row, another column. */
  public FieldPlace column(String other) {
    return new FieldPlace(controller, customer, table, other, row);
  }

  byte[] associatedData() {
    return (controller.value() + '|' + customer.value() + '|' + table + '|' + column + '|' + row)
        .getBytes(StandardCharsets.UTF_8);
  }
}
