package org.shouxin.audit.carrieditem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.audit.history.EventIndex;
import org.shouxin.audit.history.IndexedEntry;
import org.shouxin.audit.proof.InclusionProof;
import org.shouxin.audit.proof.OwnProofs;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.database.JsonRows;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Gives and takes the items of a transfer; taking the same ones again changes nothing. */
@Singleton
class CarriedItems {
  private static final String SERVICE = "audit-service";
  private static final Set<String> CLASSES =
      Set.of(CarriedItem.ENTRY, CarriedItem.CLOCK, CarriedItem.INCIDENT);

  private final Database database;
  private final EventIndex index;
  private final OwnProofs proofs;
  private final OwnEvents events;
  private final Clock clock;

  @Inject
  CarriedItems(
      Database database, EventIndex index, OwnProofs proofs, OwnEvents events, Clock clock) {
    this.database = database;
    this.index = index;
    this.proofs = proofs;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The log entries about these people that are below the newest checkpoint, each with its proof,
   * their retention clocks and the incidents that touched them; with a trace of it.
   */
  List<CarriedItem> give(ControllerId controller, UUID transfer, List<UUID> people) {
    List<IndexedEntry> entries = index.listAbout(controller, people);
    List<CarriedItem> items = new ArrayList<>();
    proofs.prove(entries).forEach((entry, proof) -> items.add(entry(entry, proof)));
    database.write(
        controller,
        handle -> {
          items.addAll(RetentionClocks.of(handle, controller, people));
          items.addAll(Incidents.of(handle, controller, people));
          events.record(
              handle, event(controller, "transfer.items.provided", transfer, items.size()));
          return items.size();
        });
    return items;
  }

  /** What these people brought with a transfer, in its order. */
  List<CarriedItem> listArrived(ControllerId controller, UUID transfer, List<UUID> people) {
    return database.write(
        controller,
        handle -> {
          List<CarriedItem> arrived =
              handle
                  .createQuery(
                      "select item_class, content from carried_item where transfer_id = :transfer"
                          + " and customer_id = any(:people) order by customer_id, item_class, place")
                  .bind("transfer", transfer)
                  .bindArray("people", UUID.class, people)
                  .map((row, context) -> new CarriedItem(row.getString(1), read(row.getString(2))))
                  .list();
          events.record(
              handle, event(controller, "transfer.items.provided", transfer, arrived.size()));
          return arrived;
        });
  }

  /**
   * Takes items under the receiving controller, all or none; how many were new.
   *
   * @throws ProblemException {@code REQUEST_INVALID} for a class that this service does not keep
   */
  int take(ControllerId controller, UUID transfer, List<CarriedItem> items) {
    if (items.stream().anyMatch(item -> !CLASSES.contains(item.itemClass()))) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "itemClass");
    }
    return database.write(
        controller,
        handle -> {
          int taken = items.isEmpty() ? 0 : insert(handle, controller, transfer, items);
          if (taken > 0) {
            events.record(handle, event(controller, "transfer.items.received", transfer, taken));
          }
          return taken;
        });
  }

  private int insert(
      Handle handle, ControllerId controller, UUID transfer, List<CarriedItem> items) {
    return handle
        .createUpdate(
            "insert into carried_item (controller_id, transfer_id, customer_id, item_class, place,"
                + " content, received_at)"
                + " select :controller, :transfer, i.customer::uuid, i.class, i.place, i.content,"
                + " :now from unnest(:customers, :classes, :places, :contents)"
                + " as i(customer, class, place, content)"
                + " on conflict on constraint carried_item_pk do nothing")
        .bind("controller", controller)
        .bind("transfer", transfer)
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .bindArray(
            "customers", String.class, texts(items, i -> i.content().path("customerId").asText()))
        .bindArray("classes", String.class, texts(items, CarriedItem::itemClass))
        .bindArray("places", String.class, texts(items, CarriedItem::place))
        .bindArray("contents", String.class, texts(items, i -> i.content().toString()))
        .execute();
  }

  private static List<String> texts(List<CarriedItem> items, Function<CarriedItem, String> text) {
    return items.stream().map(text).toList();
  }

  private static CarriedItem entry(IndexedEntry entry, InclusionProof proof) {
    ObjectNode content = JsonRows.MAPPER.createObjectNode();
    content.put("customerId", String.valueOf(entry.subjectRef()));
    content.put("logIndex", proof.logIndex());
    content.put("entry", proof.leaf());
    var hashes = content.putArray("hashes");
    proof.hashes().forEach(hashes::add);
    content.put("checkpoint", proof.checkpoint());
    return new CarriedItem(CarriedItem.ENTRY, content);
  }

  private static ObjectNode read(String text) {
    try {
      return (ObjectNode) JsonRows.MAPPER.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a carried item is JSON", impossible);
    }
  }

  private AuditEvent event(ControllerId controller, String type, UUID transfer, int count) {
    return AuditEvents.ofSystem(controller, SERVICE, type, clock)
        .purpose("P-20")
        .resource("transfer", transfer.toString())
        .count(count)
        .build();
  }
}
