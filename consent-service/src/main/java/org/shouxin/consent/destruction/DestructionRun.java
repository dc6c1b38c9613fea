package org.shouxin.consent.destruction;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Fetches orders, one at a time, until there is none. Safe on every replica: an order is leased to
 * one of them.
 */
@ApplicationScoped
class DestructionRun {
  private static final Logger LOG = Logger.getLogger(DestructionRun.class);

  private final OrderApi orders;
  private final Destroyer destroyer;

  DestructionRun(@RestClient OrderApi orders, Destroyer destroyer) {
    this.orders = orders;
    this.destroyer = destroyer;
  }

  @Scheduled(
      every = "{shouxin.destruction.poll-every}",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void poll() {
    try {
      for (List<OrderApi.Order> next = orders.next(); !next.isEmpty(); next = orders.next()) {
        next.forEach(this::execute);
      }
    } catch (RuntimeException away) {
      LOG.warnf("destruction waits: %s", away.getClass().getSimpleName());
    }
  }

  private void execute(OrderApi.Order order) {
    int rows;
    try {
      rows = destroyer.execute(order);
    } catch (RuntimeException failed) {
      LOG.errorf("order %s: %s", order.orderId(), failed.getClass().getSimpleName());
      orders.failed(new OrderApi.Failed(order.orderId(), order.controllerId(), "STORE_FAILED"));
      return;
    }
    orders.done(new OrderApi.Done(order.orderId(), order.controllerId(), rows));
  }
}
