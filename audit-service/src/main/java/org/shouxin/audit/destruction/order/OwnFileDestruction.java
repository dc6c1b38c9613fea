package org.shouxin.audit.destruction.order;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.destruction.Item;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.ControllerId;

/**
 * Destroys what audit-service itself keeps: incidents and reports of employees (RT-11). Rows, event
 * and the end of the item are one commit, so a crash leaves either all or nothing. Safe on every
 * replica: an order is leased to one of them.
 */
@Singleton
class OwnFileDestruction {
  private static final Logger LOG = Logger.getLogger(OwnFileDestruction.class);
  private static final String SERVICE = "audit-service";
  private static final String STORE = "audit";
  private static final String KIND =
      "select distinct kind from retention_item where controller_id = ? and store = 'audit'"
          + " and record_ref = ?";

  private final Orders orders;
  private final OwnEvents audit;
  private final Clock clock;

  @Inject
  OwnFileDestruction(Orders orders, OwnEvents audit, Clock clock) {
    this.orders = orders;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void work() {
    for (Optional<Order> next = orders.next(STORE); next.isPresent(); next = orders.next(STORE)) {
      execute(next.get());
    }
  }

  private void execute(Order order) {
    ControllerId controller = new ControllerId(order.controllerId());
    try {
      orders.settle(
          STORE,
          controller,
          SERVICE,
          order.orderId(),
          (handle, item) -> destroy(handle, controller, item));
    } catch (RuntimeException failed) {
      LOG.errorf(failed, "order %s", order.orderId());
      orders.failed(STORE, controller, order.orderId(), "STORE_FAILED");
    }
  }

  private int destroy(Handle handle, ControllerId controller, Item item) {
    String kind =
        handle
            .createQuery(KIND)
            .bind(0, controller)
            .bind(1, item.recordRef())
            .mapTo(String.class)
            .one();
    int rows =
        handle
            .createQuery("select destroy_own_file(?, ?, ?)")
            .bind(0, controller)
            .bind(1, kind)
            .bind(2, UUID.fromString(item.recordRef()))
            .mapTo(Integer.class)
            .one();
    audit.record(
        handle,
        AuditEvents.ofSystem(controller, SERVICE, "record.destroyed", clock)
            .resource(kind.toLowerCase(Locale.ROOT).replace('_', '-'), item.recordRef())
            .count(rows)
            .build());
    return rows;
  }
}
