package org.shouxin.records.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.records.vault.Vault;

/**
 * Destroys one order's person or record. The key goes first, in its own database: from then on
 * nothing of hers can be read anywhere, whatever happens next. Rows, tombstone and events are one
 * commit, so that repeating the order after a crash at any point ends at the same place, and no
 * event is told twice.
 */
@ApplicationScoped
class Destroyer {
  private static final String SERVICE = "records-service";
  private static final String KNOWN =
      "select rows_destroyed from tombstone where controller_id = ? and order_id = ?";
  private static final String TOMBSTONE =
      "insert into tombstone (controller_id, order_id, plan_id, customer_id, record_ref,"
          + " rows_destroyed, destroyed_at) values (?, ?, ?, ?, ?, ?, ?)";

  private final Vault vault;
  private final Database database;
  private final AuditOutbox audit;
  private final Clock clock;

  Destroyer(Vault vault, Database database, AuditOutbox audit, Clock clock) {
    this.vault = vault;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * How many rows went, now or when this order was first executed.
   *
   * @throws KeyStoreDown when the key could not be destroyed; then nothing else was
   */
  int execute(OrderApi.Order order) {
    ControllerId controller = new ControllerId(order.controllerId());
    CustomerId customer = new CustomerId(order.customerId());
    if (order.recordRef().isEmpty()) {
      destroyKey(controller, customer);
    }
    return database.write(
        controller,
        handle -> {
          lock(handle, order.customerId());
          Optional<Integer> known =
              handle
                  .createQuery(KNOWN)
                  .bind(0, controller)
                  .bind(1, order.orderId())
                  .mapTo(Integer.class)
                  .findOne();
          return known.orElseGet(() -> destroyRows(handle, controller, customer, order));
        });
  }

  private void destroyKey(ControllerId controller, CustomerId customer) {
    try {
      vault.destroy(controller, customer);
    } catch (RuntimeException down) {
      throw new KeyStoreDown(down);
    }
  }

  private int destroyRows(
      Handle handle, ControllerId controller, CustomerId customer, OrderApi.Order order) {
    boolean whole = order.recordRef().isEmpty();
    int rows =
        whole
            ? count(handle, "select destroy_person(?, ?)", controller, customer)
            : count(
                handle,
                "select destroy_record(?, ?, ?)",
                controller,
                customer,
                Ids.parse(order.recordRef()));
    handle.execute(
        TOMBSTONE,
        controller,
        order.orderId(),
        order.planId(),
        customer,
        order.recordRef(),
        rows,
        clock.instant());
    if (whole) {
      audit.record(handle, event(controller, customer, "key.destroyed", "data-key", null, 1));
    } else {
      audit.record(
          handle,
          event(controller, customer, "record.destroyed", "record", order.recordRef(), rows));
    }
    return rows;
  }

  private AuditEvent event(
      ControllerId controller,
      CustomerId customer,
      String type,
      String resource,
      @Nullable String id,
      int count) {
    return AuditEvents.ofSystem(controller, SERVICE, type, clock)
        .subject(customer)
        .resource(resource, id)
        .count(count)
        .build();
  }

  private static int count(Handle handle, String statement, Object... values) {
    var query = handle.createQuery(statement);
    for (int i = 0; i < values.length; i++) {
      query.bind(i, values[i]);
    }
    return query.mapTo(Integer.class).one();
  }

  /** Two replicas that hold the same order after a lease ended go one after the other. */
  private static void lock(Handle handle, UUID customer) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
        .bind(0, "destroy " + customer)
        .mapTo(String.class)
        .one();
  }

  /** The key store did not answer: nothing of the order was done. */
  static final class KeyStoreDown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyStoreDown(RuntimeException cause) {
      super(cause);
    }
  }
}
