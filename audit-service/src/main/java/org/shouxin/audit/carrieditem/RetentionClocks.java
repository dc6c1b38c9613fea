package org.shouxin.audit.carrieditem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.JsonRows;
import org.shouxin.platform.identity.ControllerId;

/** The retention clocks of some people with their original days. */
final class RetentionClocks {
  private static final JsonRows ROWS =
      new JsonRows(
          "(select i.*, i.subject_ref::uuid as customer_id, i.class as retention_class"
              + " from retention_item i where i.state <> 'DESTROYED')",
          List.of(
              "customer_id",
              "store",
              "record_ref",
              "retention_class",
              "kind",
              "start_event",
              "start_on",
              "due_on",
              "rule_version",
              "state",
              "restricted_until"),
          "t.subject_ref = any(cast(:people as text[]))",
          "customer_id, store, record_ref, retention_class");

  private RetentionClocks() {}

  static List<CarriedItem> of(Handle handle, ControllerId controller, List<UUID> people) {
    List<ObjectNode> rows = ROWS.read(handle, controller, people);
    return rows.stream().map(row -> new CarriedItem(CarriedItem.CLOCK, row)).toList();
  }
}
