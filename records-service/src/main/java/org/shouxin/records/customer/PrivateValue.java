package org.shouxin.records.customer;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Values that are never read with the record, only one by one under a grant (DR-08: S, C3). */
public enum PrivateValue {
  BANK_ACCOUNT("bankAccount", "bank_account", "number"),
  HEALTH_NOTE("healthNote", "health_note", "note");

  private final String wire;
  private final String table;
  private final String column;

  PrivateValue(String wire, String table, String column) {
    this.wire = wire;
    this.table = table;
    this.column = column;
  }

  /** The value of this catalogue name. */
  public static Optional<PrivateValue> find(String wire) {
    return Arrays.stream(values()).filter(value -> value.wire.equals(wire)).findAny();
  }

  /** A sealed row of one customer. */
  public record Sealed(UUID row, byte[] value) {}

  public String table() {
    return table;
  }

  public String column() {
    return column;
  }

  /** The newest one of the customer. */
  public Optional<Sealed> newest(Handle handle, ControllerId controller, CustomerId customer) {
    return handle
        .createQuery(
            """
            select id, %s from %s where controller_id = :controller and customer_id = :customer
             order by recorded_at desc, id desc limit 1\
            """
                .formatted(column, table))
        .bind("controller", controller)
        .bind("customer", customer)
        .map((row, context) -> new Sealed(row.getObject(1, UUID.class), row.getBytes(2)))
        .findOne();
  }
}
