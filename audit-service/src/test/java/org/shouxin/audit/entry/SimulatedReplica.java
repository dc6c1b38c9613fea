package org.shouxin.audit.entry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.checkpoint.LogState;
import org.shouxin.audit.checkpoint.SimulatedTree;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.EventBatch;
import org.shouxin.platform.gathering.GatheringQueue;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.testing.simulation.Schedule;
import org.shouxin.testing.simulation.SimulatedClock;
import org.shouxin.testing.simulation.Task;

/** One replica of audit-service: the real sequencer and the real integrator, and their threads. */
final class SimulatedReplica {
  private static final MeterRegistry METRICS = new SimpleMeterRegistry();
  private static final int PATIENCE = 40;

  private final Schedule schedule;
  private final SimulatedLog log;
  private final SimulatedTree.Signer signer;
  private final SimulatedClock clock;
  private final String name;
  private final List<Task> threads = new ArrayList<>();
  private LogState state = new LogState();
  private @Nullable Sequencer sequencer;

  SimulatedReplica(
      Schedule schedule,
      SimulatedLog log,
      SimulatedTree.Signer signer,
      SimulatedClock clock,
      String name) {
    this.schedule = schedule;
    this.log = log;
    this.signer = signer;
    this.clock = clock;
    this.name = name;
    start();
  }

  private void start() {
    LogState fresh = new LogState();
    state = fresh;
    Sequencer started = new Sequencer(log::open, fresh, clock, METRICS, queue());
    sequencer = started;
    threads.clear();
    threads.add(schedule.start(name + " publisher", () -> signer.run(fresh)));
    threads.add(
        schedule.start(
            name + " sequencer",
            () -> {
              while (true) {
                attempt(started);
                schedule.step();
              }
            }));
  }

  private static void attempt(Sequencer sequencer) {
    try {
      sequencer.attempt();
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Loses all it has in memory, and starts again. */
  void crash() {
    threads.forEach(schedule::crash);
    start();
  }

  /** Stops all its threads for a while. */
  void pause() {
    threads.forEach(thread -> schedule.pause(thread, 30));
  }

  /** Why it refuses to go on; null while it does not. */
  @Nullable String haltedBecause() {
    return state.haltedBecause();
  }

  /** Takes a batch as its route does; throws when it is refused or nobody answers in time. */
  void take(EventBatch batch) {
    Sequencer now = sequencer;
    if (now == null) {
      throw new ProblemException(ProblemCode.AUDIT_UNAVAILABLE);
    }
    CompletableFuture<Long> stored = now.submit(submission(batch));
    for (int waited = 0; !stored.isDone() && waited < PATIENCE; waited++) {
      schedule.step();
    }
    if (!stored.isDone() || stored.isCompletedExceptionally()) {
      throw new ProblemException(ProblemCode.AUDIT_UNAVAILABLE);
    }
  }

  private Submission submission(EventBatch batch) {
    List<PreparedEntry> entries = new ArrayList<>();
    for (int i = 0; i < batch.events().size(); i++) {
      entries.add(entry(batch.source(), batch.firstPosition() + i, batch.events().get(i)));
    }
    return new Submission(batch.source(), batch.firstPosition(), entries);
  }

  private PreparedEntry entry(String source, long position, AuditEvent event) {
    String text =
        "{\"eventId\":\"%s\",\"recordedAt\":\"%s\",\"source\":\"%s\",\"sourcePosition\":%d,\"type\":\"%s\"}"
            .formatted(event.eventId(), clock.instant(), source, position, event.type());
    return new PreparedEntry(
        source,
        position,
        event.eventId(),
        event.controllerId(),
        event.type(),
        event.occurredAt(),
        clock.instant(),
        null,
        event.actor().kind(),
        event.actor().id(),
        null,
        null,
        text,
        "{\"eventId\":\"%s\",\"type\":\"%s\"}".formatted(event.eventId(), event.type()));
  }

  /** A queue in which waiting is a step of the schedule. */
  private GatheringQueue<Submission> queue() {
    return new GatheringQueue<>(64, 64, submission -> submission.entries().size()) {
      @Override
      public List<Submission> take(Duration patience) {
        schedule.step();
        return drain();
      }
    };
  }
}
