package org.shouxin.audit.destruction.order;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.destruction.Course;
import org.shouxin.audit.destruction.Item;
import org.shouxin.audit.destruction.ItemRows;
import org.shouxin.audit.destruction.PlanFile;
import org.shouxin.audit.destruction.PlanState;
import org.shouxin.audit.destruction.Progress;
import org.shouxin.audit.destruction.RetentionLink;
import org.shouxin.audit.destruction.ScopeItem;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.time.BusinessTime;

/**
 * One item at a time: before each the legal holds and the law's periods are asked, so that a hold
 * placed, or a record that came, while a plan runs stops it before the next item. An order whose
 * owner died is offered again when its lease ends; owners are idempotent, and the item is listed as
 * begun meanwhile.
 */
@Singleton
class Orders {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final int MOST_ATTEMPTS = 8;

  /** Materialized: joined in a loop, a bare subquery would be asked, and limited, for each row. */
  static final String NEXT =
      "with due as materialized (select controller_id, item_id"
          + " from destruction_order_open where store = ? and look_again_at <= ?"
          + " order by look_again_at, item_id limit 1 for update skip locked)"
          + " update destruction_order_open o set look_again_at = ? from due"
          + " where o.controller_id = due.controller_id and o.item_id = due.item_id"
          + " returning o.controller_id, o.item_id";

  /** An item that may be fetched. */
  public record Open(ControllerId controllerId, UUID itemId) {}

  private final Database database;
  private final PlanFile file;
  private final ItemRows items;
  private final RetentionLink retention;
  private final Progress progress;
  private final OutsideCopies copies;
  private final OwnEvents audit;
  private final Clock clock;

  @Inject
  Orders(
      Database database,
      PlanFile file,
      ItemRows items,
      RetentionLink retention,
      Progress progress,
      OutsideCopies copies,
      OwnEvents audit,
      Clock clock) {
    this.database = database;
    this.file = file;
    this.items = items;
    this.retention = retention;
    this.progress = progress;
    this.copies = copies;
    this.audit = audit;
    this.clock = clock;
  }

  /** The next item of a store, leased to the caller and listed as begun; none when all is done. */
  Optional<Order> next(String store) {
    while (true) {
      Instant now = clock.instant();
      Optional<Open> due =
          database.systemWrite(handle ->
              handle
                  .createQuery(NEXT)
                  .bind(0, store)
                  .bind(1, now)
                  .bind(2, now.plus(LEASE))
                  .mapTo(Open.class)
                  .findOne());
      if (due.isEmpty()) {
        return Optional.empty();
      }
      Optional<Order> order =
          database.write(due.get().controllerId(), handle -> begin(handle, due.get()));
      if (order.isPresent()) {
        return order;
      }
    }
  }

  /**
   * An item of this store is destroyed; saying so again changes nothing, nor does another owner.
   *
   * @param exports in which the person stood: their receivers are asked to delete, too
   */
  void done(
      String store,
      ControllerId controller,
      String owner,
      UUID id,
      int rowsDestroyed,
      List<OutsideCopies.ExportShare> exports) {
    settle(
        store,
        controller,
        owner,
        id,
        (handle, item) -> {
          copies.note(handle, controller, item, exports);
          return rowsDestroyed;
        });
  }

  /** What destroys an item, or notes what was destroyed; how many rows went. */
  interface Deed {
    int destroy(Handle handle, Item item);
  }

  /** Does what is to be done about an open item of this store, and closes it, in one commit. */
  void settle(String store, ControllerId controller, String owner, UUID id, Deed deed) {
    database.write(
        controller,
        handle -> {
          items
              .find(handle, id)
              .filter(found -> found.store().equals(store))
              .ifPresent(found -> {
                Course course = file.locked(handle, found.planId());
                Item item = items.find(handle, id).orElseThrow();
                close(handle, controller, id);
                if (item.isOpen()) {
                  progress.done(handle, course, item, owner, deed.destroy(handle, item));
                }
              });
          return id;
        });
  }

  /** An item could not be destroyed, or only in part; the plan stops after eight tries. */
  void failed(String store, ControllerId controller, UUID id, String fault) {
    database.write(
        controller,
        handle -> {
          items
              .find(handle, id)
              .filter(found -> found.store().equals(store))
              .ifPresent(found -> {
                Course course = file.locked(handle, found.planId());
                items
                    .find(handle, id)
                    .filter(Item::isOpen)
                    .ifPresent(item -> {
                      items.failed(handle, id, fault);
                      again(handle, controller, course, item, fault);
                    });
              });
          return id;
        });
  }

  private void again(
      Handle handle, ControllerId controller, Course course, Item item, String fault) {
    boolean running = course.state() instanceof PlanState.Executing;
    if (running && (item.attempts() + 1) % MOST_ATTEMPTS == 0) {
      progress.stop(handle, course, fault, item.id(), false);
      return;
    }
    handle.execute(
        "update destruction_order_open set look_again_at = ?"
            + " where controller_id = ? and item_id = ?",
        clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << item.attempts() % MOST_ATTEMPTS)),
        controller,
        item.id());
  }

  private Optional<Order> begin(Handle handle, Open open) {
    Optional<Item> found = items.find(handle, open.itemId());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Course course = file.locked(handle, found.get().planId());
    Item item = items.find(handle, open.itemId()).orElseThrow();
    if (!(course.state() instanceof PlanState.Executing) || !item.isOpen()) {
      close(handle, open.controllerId(), item.id());
      return Optional.empty();
    }
    if (isHeld(handle, course, item)) {
      progress.stop(handle, course, "HELD", item.id(), true);
      return Optional.empty();
    }
    if (isKept(handle, course, item)) {
      progress.stop(handle, course, "NOT_DUE", item.id(), false);
      return Optional.empty();
    }
    items.begin(handle, item.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    return Optional.of(
        new Order(
            item.id(),
            open.controllerId().value(),
            item.planId(),
            item.subjectRef(),
            item.recordRef(),
            item.retentionClass(),
            item.method().name()));
  }

  private boolean isHeld(Handle handle, Course course, Item item) {
    ControllerId controller = course.plan().controllerId();
    UUID subject = item.subjectRef();
    boolean held =
        retention.isHeld(
            handle, controller, subject == null ? "" : subject.toString(), item.recordRef());
    AuditEvents checked =
        AuditEvents.ofSystem(controller, "audit-service", "hold.checked", clock)
            .resource("destruction", course.plan().id().toString())
            .reason(held ? "HELD" : "NOT_HELD");
    audit.record(
        handle, (subject == null ? checked : checked.subject(new CustomerId(subject))).build());
    return held;
  }

  /** What came to be kept since the plan was proposed, such as by a newer policy of hers. */
  private boolean isKept(Handle handle, Course course, Item item) {
    ScopeItem listed =
        new ScopeItem(
            item.subjectRef(),
            item.store(),
            item.recordRef(),
            item.retentionClass(),
            item.method(),
            course.plan().dueOn());
    return !listed.isMedium()
        && retention.isKept(
            handle,
            course.plan().controllerId(),
            course.plan().cause(),
            listed,
            BusinessTime.today(clock));
  }

  private static void close(Handle handle, ControllerId controller, UUID item) {
    handle.execute(
        "delete from destruction_order_open where controller_id = ? and item_id = ?",
        controller,
        item);
  }
}
