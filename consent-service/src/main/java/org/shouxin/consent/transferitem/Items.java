package org.shouxin.consent.transferitem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.database.JsonRows;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Gives and takes the items of a transfer; taking the same ones again changes nothing. */
@ApplicationScoped
class Items {
  private static final String SERVICE = "consent-service";
  private static final Set<String> NUMBERED = Set.of("notice", "complaint");
  private static final Set<String> OWNERS = Set.of("complaint", "rightsRequest", "consentRecord");

  private final Database database;
  private final AuditOutbox audit;
  private final Clock clock;

  Items(Database database, AuditOutbox audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** One item: its class, and what it says. */
  record Item(String itemClass, ObjectNode content) {}

  /**
   * Everything held about these people, class by class in a fixed order, with a trace of it.
   *
   * @param transfer named in the event
   */
  List<Item> give(ControllerId controller, UUID transfer, List<UUID> people) {
    List<Item> items =
        database.read(
            controller,
            handle -> {
              List<Item> found = new ArrayList<>();
              ItemTables.ALL.forEach((name, table) ->
                  table
                      .read(handle, controller, people)
                      .forEach(row -> found.add(new Item(name, row))));
              return found;
            });
    audit.recordDurably(
        List.of(event(controller, "transfer.items.provided", transfer, items.size())));
    return items;
  }

  /** How many clocks of these people run. */
  long countClocks(ControllerId controller, List<UUID> people) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(
                    "select count(*) from duty_clock_open t where t.controller_id = :controller and "
                        + ItemTables.CASES)
                .bind("controller", controller)
                .bindArray("people", UUID.class, people)
                .mapTo(Long.class)
                .one());
  }

  /**
   * Takes items under the receiving controller, all or none.
   *
   * @param known people whom the receiver knew before: their own live decisions here stand, those
   *     that arrive are kept as history
   * @throws ProblemException {@code REQUEST_INVALID} for a class that this service does not keep;
   *     {@code PACKAGE_CHANGED} for a record that is somebody else's here
   */
  int take(
      ControllerId controller, UUID transfer, String from, List<Item> items, Set<String> known) {
    return database.write(
        controller,
        handle -> {
          int taken = 0;
          for (var group :
              items.stream().collect(Collectors.groupingBy(Item::itemClass)).entrySet()) {
            if (!ItemTables.ALL.containsKey(group.getKey())) {
              throw new ProblemException(ProblemCode.REQUEST_INVALID, "itemClass");
            }
          }
          for (String name : ItemTables.ALL.keySet()) {
            List<ObjectNode> rows =
                items.stream()
                    .filter(item -> item.itemClass().equals(name))
                    .filter(item -> !isSettledHere(item, known))
                    .map(item -> arriving(name, item.content(), from, known))
                    .toList();
            taken += insert(handle, controller, name, rows);
            requireSamePeople(handle, name, rows);
          }
          if (taken > 0) {
            audit.record(handle, event(controller, "transfer.items.received", transfer, taken));
          }
          return taken;
        });
  }

  /** Who is a child, and who decides for one whom we know, is not for a seller to say (D-61). */
  private static boolean isSettledHere(Item item, Set<String> known) {
    return item.itemClass().equals("guardianship")
            && known.contains(item.content().path("childId").asText())
        || item.itemClass().equals("childhood")
            && known.contains(item.content().path("customerId").asText());
  }

  /** What hangs on a record by its id must not hang on another person's. */
  private static void requireSamePeople(Handle handle, String name, List<ObjectNode> rows) {
    JsonRows table = OWNERS.contains(name) ? ItemTables.ALL.get(name) : null;
    if (table == null) {
      return;
    }
    for (ObjectNode row : rows) {
      boolean somebodyElses =
          handle
              .createQuery(
                  "select exists (select 1 from "
                      + table.table()
                      + " where id = cast(:id as uuid) and customer_id <> cast(:customer as uuid))")
              .bind("id", row.path("id").asText())
              .bind("customer", row.path("customerId").asText())
              .mapTo(Boolean.class)
              .one();
      if (somebodyElses) {
        throw new ProblemException(ProblemCode.PACKAGE_CHANGED, name);
      }
    }
  }

  private static ObjectNode arriving(
      String name, ObjectNode content, String from, Set<String> known) {
    ObjectNode row = content.deepCopy();
    if (NUMBERED.contains(name)) {
      row.put("arrivedFrom", from);
    }
    if (name.equals("consentRecord") && known.contains(row.path("customerId").asText())) {
      row.put("live", false);
    }
    return row;
  }

  private static int insert(
      Handle handle, ControllerId controller, String name, List<ObjectNode> rows) {
    JsonRows table = ItemTables.ALL.get(name);
    if (table == null) {
      throw new IllegalStateException(name);
    }
    if (!NUMBERED.contains(name)) {
      return table.insert(handle, controller, rows);
    }
    List<String> columns = new ArrayList<>(table.columns());
    columns.add("arrived_from");
    return new JsonRows(table.table(), columns, table.people(), table.order())
        .insert(handle, controller, rows);
  }

  private AuditEvent event(ControllerId controller, String type, UUID transfer, int count) {
    return AuditEvents.ofSystem(controller, SERVICE, type, clock)
        .purpose("P-20")
        .resource("transfer", transfer.toString())
        .count(count)
        .build();
  }
}
