package org.shouxin.consent.transferitem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Gives and takes the items of a transfer; taking the same ones again changes nothing. */
@ApplicationScoped
class Items {
  private static final String SERVICE = "consent-service";
  private static final String FROM = "arrived_from";

  /** What is noted here beside what arrives. */
  private static final Map<String, List<String>> NOTED =
      Map.of(
          "notice",
          List.of(FROM),
          "complaint",
          List.of(FROM),
          ItemTables.STOP_ORDER,
          List.of(FROM, "arrived_acknowledged_at", "next_attempt_at"));

  private static final Set<String> OWNERS =
      Set.of("complaint", "rightsRequest", "consentRecord", ItemTables.STOP_ORDER);
  private static final String UNREPORTED =
      """
      select distinct r.customer_id from retention_change c
        join (select id, customer_id from consent_record where customer_id = any(:people)
              union all
              select id, customer_id from rights_request where customer_id = any(:people)
              union all
              select id, customer_id from complaint where customer_id = any(:people)) r
          on r.id = c.record_id
       where c.controller_id = :controller
       order by r.customer_id limit 100\
      """;
  private static final String OPEN_ORDERS =
      """
      insert into stop_order_due (controller_id, stop_order_id, look_again_at)
      select controller_id, id, :now from stop_order
       where controller_id = :controller and id = any(:ids) and arrived_from is not null
         and acknowledged_at is null and overdue_at is null
      on conflict on constraint stop_order_due_pk do nothing\
      """;

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
   * @param arrived as it came with the transfer, not what is to go with it
   * @throws ProblemException {@code RETENTION_CLOCKS_UNKNOWN} while audit-service was not told of
   *     records that are to go: the package would carry no clocks for them
   */
  List<Item> give(ControllerId controller, UUID transfer, List<UUID> people, boolean arrived) {
    List<Item> items =
        database.read(
            controller,
            handle -> {
              if (!arrived) {
                requireReported(handle, controller, people);
              }
              List<Item> found = new ArrayList<>();
              var otherwise = arrived ? ItemTables.ARRIVED : ItemTables.GIVEN;
              ItemTables.ALL.forEach((name, table) ->
                  otherwise
                      .getOrDefault(name, table)
                      .read(handle, controller, people)
                      .forEach(row -> found.add(new Item(name, row))));
              return found;
            });
    audit.recordDurably(
        List.of(event(controller, "transfer.items.provided", transfer, items.size())));
    return items;
  }

  private static void requireReported(Handle handle, ControllerId controller, List<UUID> people) {
    List<UUID> unreported =
        handle
            .createQuery(UNREPORTED)
            .bind("controller", controller)
            .bindArray("people", UUID.class, people)
            .mapTo(UUID.class)
            .list();
    if (!unreported.isEmpty()) {
      throw new ProblemException(
          ProblemCode.RETENTION_CLOCKS_UNKNOWN,
          null,
          unreported.stream()
              .map(person -> new Problem.Fault("people", "CLOCKS_UNKNOWN", person.toString()))
              .toList());
    }
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
            taken +=
                insert(
                    handle,
                    controller,
                    name,
                    name.equals(ItemTables.CLOCK) ? firstSeen(handle, controller, rows) : rows);
            requireSamePeople(handle, name, rows);
            if (name.equals(ItemTables.STOP_ORDER)) {
              goOn(handle, controller, rows);
            }
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

  /** Clocks that arrive for the first time; one that was answered here since does not run anew. */
  private List<ObjectNode> firstSeen(
      Handle handle, ControllerId controller, List<ObjectNode> clocks) {
    String now = clock.instant().toString();
    return clocks.stream()
        .filter(row -> {
          ObjectNode noted = row.deepCopy();
          noted.put("receivedAt", now);
          return ItemTables.NOTED_CLOCKS.insert(handle, controller, List.of(noted)) == 1;
        })
        .toList();
  }

  /** What no recipient has acknowledged runs here from now on, by its original clock (K-07). */
  private void goOn(Handle handle, ControllerId controller, List<ObjectNode> orders) {
    handle
        .createUpdate(OPEN_ORDERS)
        .bind("controller", controller)
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .bindArray(
            "ids",
            UUID.class,
            orders.stream().map(order -> UUID.fromString(order.path("id").asText())).toList())
        .execute();
  }

  private static ObjectNode arriving(
      String name, ObjectNode content, String from, Set<String> known) {
    ObjectNode row = content.deepCopy();
    if (NOTED.containsKey(name)) {
      row.put("arrivedFrom", from);
    }
    if (name.equals(ItemTables.STOP_ORDER)) {
      row.set("nextAttemptAt", row.path("orderedAt"));
      if (row.has("acknowledgedAt")) {
        row.set("arrivedAcknowledgedAt", row.path("acknowledgedAt"));
      }
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
    List<String> columns = new ArrayList<>(table.columns());
    columns.addAll(NOTED.getOrDefault(name, List.of()));
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
