package org.shouxin.audit.entry;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.checkpoint.LogState;
import org.shouxin.platform.gathering.GatheringQueue;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Gives every event its place in the log. One thread of one replica (session advisory lock, and
 * compare-and-set of the head against a lock that was lost unnoticed) commits what has gathered
 * while the last commit ran, and then answers.
 */
@Singleton
public class Sequencer {
  private static final Logger LOG = Logger.getLogger(Sequencer.class);
  private static final int QUEUE_LIMIT = 8_192;
  private static final int BATCH_LIMIT = 4_096;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long RETRY_MILLIS = 500;
  private static final long WAIT_SECONDS = 10;

  private final EntryStore.Sessions sessions;
  private final LogState state;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final GatheringQueue<Submission> queue;
  private volatile boolean running = true;
  private boolean waitingForAnother;

  @Inject
  Sequencer(DataSource dataSource, LogState state, Clock clock, MeterRegistry metrics) {
    this(
        () -> new LogWriter(dataSource.getConnection()),
        state,
        clock,
        metrics,
        new GatheringQueue<>(QUEUE_LIMIT, BATCH_LIMIT, submission -> submission.entries().size()));
  }

  Sequencer(
      EntryStore.Sessions sessions,
      LogState state,
      Clock clock,
      MeterRegistry metrics,
      GatheringQueue<Submission> queue) {
    this.sessions = sessions;
    this.state = state;
    this.clock = clock;
    this.metrics = metrics;
    this.queue = queue;
    metrics.gauge("shouxin.log.waiting", queue, GatheringQueue::size);
  }

  /**
   * Stores entries and returns the source's next position once they are durable.
   *
   * @throws ProblemException {@code SOURCE_GAP}, {@code SOURCE_CONFLICT}; {@code OVERLOADED} when
   *     too many wait; {@code AUDIT_UNAVAILABLE} when this replica does not sequence or the outcome
   *     is unknown (report again)
   */
  long append(Submission submission) {
    try {
      return submit(submission).get();
    } catch (ExecutionException failed) {
      throw refusal(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ProblemException(ProblemCode.AUDIT_UNAVAILABLE, null, interrupted);
    }
  }

  /** As {@link #append}, told later; refusals that need no waiting are thrown at once. */
  CompletableFuture<Long> submit(Submission submission) {
    if (!running || !state.isLeading()) {
      throw new ProblemException(ProblemCode.AUDIT_UNAVAILABLE);
    }
    if (!queue.offer(submission)) {
      throw new ProblemException(ProblemCode.OVERLOADED);
    }
    return submission.stored().orTimeout(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  /** What is said about a submission that failed; an unknown outcome is reported again. */
  static ProblemException refusal(@Nullable Throwable failure) {
    if (failure instanceof ProblemException problem) {
      return problem;
    }
    return failure == null
        ? new ProblemException(ProblemCode.AUDIT_UNAVAILABLE)
        : new ProblemException(ProblemCode.AUDIT_UNAVAILABLE, null, failure);
  }

  void start(@Observes StartupEvent started) {
    Thread.ofPlatform().name("log-sequencer").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent stopping) {
    running = false;
  }

  private void run() {
    while (running) {
      try {
        attempt();
        Thread.sleep(RETRY_MILLIS);
      } catch (InterruptedException stop) {
        running = false;
      }
    }
  }

  /** Sequences for as long as this replica holds the lock; returns at once when another does. */
  void attempt() throws InterruptedException {
    try {
      if (state.isSound()) {
        lead();
      }
    } catch (SQLException | RuntimeException | AssertionError lost) {
      metrics.counter("shouxin.log.sequencer.failures").increment();
      LOG.warnf(lost, "the sequencer lost its database and tries again");
    } finally {
      state.leading(false);
      refuseWaiting();
    }
  }

  private void lead() throws SQLException, InterruptedException {
    try (EntryStore store = sessions.open()) {
      if (!store.lock()) {
        sayOnce();
        return;
      }
      waitingForAnother = false;
      try {
        sequence(store);
        store.unlock();
      } catch (SQLException | RuntimeException | AssertionError lost) {
        store.abort();
        throw lost;
      }
    }
  }

  private void sayOnce() {
    if (!waitingForAnother) {
      LOG.warn("another replica sequences the log; this one waits and is not ready");
      waitingForAnother = true;
    }
  }

  private void sequence(EntryStore store) throws SQLException, InterruptedException {
    EntryStore.Ends ends = store.ends();
    long size = ends.head();
    if (ends.entries() != size) {
      state.halt("log_head says %d entries, log_entry ends at %d".formatted(size, ends.entries()));
      return;
    }
    LocalDate opened = openMonths(store, LocalDate.EPOCH);
    Batch batch = new Batch(store, size, store.sourceHeads());
    state.leading(true);
    LOG.infof("this replica sequences the log, from size %d", size);
    state.appended();
    while (running && state.isSound()) {
      List<Submission> gathered = queue.take(PATIENCE);
      opened = openMonths(store, opened);
      if (gathered.isEmpty()) {
        store.size();
        continue;
      }
      int stored = batch.store(gathered);
      if (stored < 0) {
        LOG.warn("another replica sequences; this one steps back");
        return;
      }
      metrics.counter("shouxin.log.appended").increment(stored);
      state.appended();
    }
  }

  /** Once a day: this month's and the next month's partition of the index. */
  private LocalDate openMonths(EntryStore store, LocalDate lastLooked) throws SQLException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(lastLooked)) {
      store.openMonth(today);
      store.openMonth(today.plusMonths(1));
    }
    return today;
  }

  private void refuseWaiting() {
    queue
        .drain()
        .forEach(submission ->
            submission
                .stored()
                .completeExceptionally(new ProblemException(ProblemCode.AUDIT_UNAVAILABLE)));
  }
}
