package org.shouxin.consent.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;

/**
 * Destroys one order's records. Rows, tombstone and event are one commit: repeating an order after
 * a crash at any point ends at the same place.
 */
@ApplicationScoped
class Destroyer {
  private static final String SERVICE = "consent-service";

  private final Database database;
  private final AuditOutbox outbox;
  private final Clock clock;

  Destroyer(Database database, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** How many rows went, now or when this order was first executed. */
  int execute(OrderApi.Order order) {
    ControllerId controller = new ControllerId(order.controllerId());
    return database.write(
        controller,
        handle -> {
          lock(handle, order);
          Optional<Integer> known =
              handle
                  .createQuery("select rows_destroyed from tombstone where order_id = ?")
                  .bind(0, order.orderId())
                  .mapTo(Integer.class)
                  .findOne();
          return known.orElseGet(() -> destroy(handle, controller, order));
        });
  }

  private int destroy(Handle handle, ControllerId controller, OrderApi.Order order) {
    int rows =
        handle
            .createQuery("select destroy_consent(?, ?, ?, ?)")
            .bind(0, controller)
            .bind(1, order.customerId())
            .bind(2, order.retentionClass())
            .bind(3, order.recordRef())
            .mapTo(Integer.class)
            .one();
    handle.execute(
        "insert into tombstone (controller_id, order_id, plan_id, customer_id, class, record_ref,"
            + " rows_destroyed, destroyed_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        controller,
        order.orderId(),
        order.planId(),
        order.customerId(),
        order.retentionClass(),
        order.recordRef(),
        rows,
        clock.instant().atOffset(ZoneOffset.UTC));
    outbox.record(
        handle,
        AuditEvents.ofSystem(controller, SERVICE, "record.destroyed", clock)
            .subject(new CustomerId(order.customerId()))
            .resource(
                "consent." + order.retentionClass(),
                order.recordRef().isEmpty() ? null : order.recordRef())
            .count(rows)
            .build());
    return rows;
  }

  /** Two replicas that hold the same order after a lease ended go one after the other. */
  private static void lock(Handle handle, OrderApi.Order order) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
        .bind(0, "destroy " + order.customerId())
        .mapTo(String.class)
        .one();
  }
}
