package org.shouxin.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.gathering.GatheringQueue;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * One writer that commits the events of all readers of the moment together: while one commit runs,
 * the next batch gathers. The queue is bounded; a full one pushes back instead of growing
 * (performance.md, trap 4).
 */
@ApplicationScoped
class GroupCommit {
  private static final Logger LOG = Logger.getLogger(GroupCommit.class);
  private static final int QUEUE_LIMIT = 10_000;
  private static final int BATCH_LIMIT = 2_048;
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final long WAIT_SECONDS = 5;

  private record Waiting(List<OutboxRow> rows, CompletableFuture<Void> durable) {}

  private final Database database;
  private final OutboxRows rows;
  private final OutboxRelay relay;
  private final MeterRegistry metrics;
  private final GatheringQueue<Waiting> queue =
      new GatheringQueue<>(QUEUE_LIMIT, BATCH_LIMIT, waiting -> waiting.rows().size());
  private final Thread writer;
  private final AtomicBoolean failing = new AtomicBoolean();
  private volatile boolean running = true;

  @Inject
  GroupCommit(Database database, OutboxRows rows, OutboxRelay relay, MeterRegistry metrics) {
    this.database = database;
    this.rows = rows;
    this.relay = relay;
    this.metrics = metrics;
    metrics.gauge("shouxin.audit.group.commit.waiting", queue, GatheringQueue::size);
    this.writer = Thread.ofPlatform().name("audit-group-commit").daemon().start(this::write);
  }

  /** Exists from the start, so that its metric does, before the first reader comes. */
  void start(@Observes StartupEvent starting) {
    LOG.debugf("%d events wait", queue.size());
  }

  void append(List<OutboxRow> events) {
    Waiting waiting = new Waiting(events, new CompletableFuture<>());
    if (!running || !queue.offer(waiting)) {
      throw new ProblemException(ProblemCode.OVERLOADED);
    }
    try {
      waiting.durable().get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new ProblemException(ProblemCode.AUDIT_UNAVAILABLE, null, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ProblemException(ProblemCode.AUDIT_UNAVAILABLE, null, interrupted);
    }
  }

  private void write() {
    while (running || queue.size() > 0) {
      List<Waiting> batch = List.of();
      try {
        batch = queue.take(PATIENCE);
        if (!batch.isEmpty()) {
          commit(batch);
        }
      } catch (InterruptedException stop) {
        running = false;
      } catch (RuntimeException | AssertionError failed) {
        fails(failed);
        batch.forEach(waiting -> waiting.durable().completeExceptionally(failed));
      }
    }
  }

  /** True from a batch that could not be stored until something is stored again. */
  boolean isFailing() {
    return failing.get();
  }

  void works() {
    if (failing.getAndSet(false)) {
      LOG.info("audit events are stored again");
    }
  }

  /** One line an outage, however many readers it refuses. */
  private void fails(Throwable failed) {
    if (!failing.getAndSet(true)) {
      LOG.errorf(
          "audit events cannot be stored, nobody reads until they can: %s",
          StoreFailure.reason(failed));
    }
  }

  private void commit(List<Waiting> batch) {
    List<OutboxRow> events = batch.stream().flatMap(waiting -> waiting.rows().stream()).toList();
    database.systemWrite(handle -> {
      rows.insert(handle, events);
      return null;
    });
    works();
    metrics.summary("shouxin.audit.group.commit.events").record(events.size());
    batch.forEach(waiting -> waiting.durable().complete(null));
    relay.wakeSoon();
  }

  @PreDestroy
  void drain() throws InterruptedException {
    running = false;
    writer.join(TimeUnit.SECONDS.toMillis(WAIT_SECONDS));
  }
}
