package org.shouxin.records.destruction;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.records.vault.KeySweep;

/**
 * Fetches orders, one at a time, until there is none; then the keys' table is written anew. Safe on
 * every replica: an order is leased to one of them.
 */
@ApplicationScoped
class DestructionRun {
  private static final Logger LOG = Logger.getLogger(DestructionRun.class);

  private final OrderApi orders;
  private final Destroyer destroyer;
  private final ExportedFiles exported;
  private final KeySweep sweep;
  private final MeterRegistry metrics;

  DestructionRun(
      @RestClient OrderApi orders,
      Destroyer destroyer,
      ExportedFiles exported,
      KeySweep sweep,
      MeterRegistry metrics) {
    this.orders = orders;
    this.destroyer = destroyer;
    this.exported = exported;
    this.sweep = sweep;
    this.metrics = metrics;
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
      sweep.sweep();
    } catch (RuntimeException away) {
      metrics.counter("shouxin.destruction.failures").increment();
      LOG.warnf("destruction waits: %s", away.getClass().getSimpleName());
    }
  }

  private void execute(OrderApi.Order order) {
    int rows;
    List<ExportedFiles.Exported> files;
    try {
      rows = destroyer.execute(order);
      files = filesOf(order);
    } catch (RuntimeException failed) {
      LOG.errorf("order %s: %s", order.orderId(), failed.getClass().getSimpleName());
      metrics.counter("shouxin.destruction.failures").increment();
      orders.failed(new OrderApi.Failed(order.orderId(), order.controllerId(), codeOf(failed)));
      return;
    }
    orders.done(new OrderApi.Done(order.orderId(), order.controllerId(), rows, files));
    metrics.counter("shouxin.destruction.items").increment();
  }

  private List<ExportedFiles.Exported> filesOf(OrderApi.Order order) {
    return order.recordRef().isEmpty()
        ? exported.of(new ControllerId(order.controllerId()), order.customerId())
        : List.of();
  }

  private static String codeOf(RuntimeException failed) {
    return failed instanceof Destroyer.KeyStoreDown ? "KEY_STORE_DOWN" : "STORE_FAILED";
  }
}
