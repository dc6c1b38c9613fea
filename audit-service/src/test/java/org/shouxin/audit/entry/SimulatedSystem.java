package org.shouxin.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.shouxin.audit.checkpoint.SimulatedTree;
import org.shouxin.platform.audit.EventBatch;
import org.shouxin.platform.outbox.SimulatedOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.testing.simulation.Schedule;
import org.shouxin.testing.simulation.SimulatedClock;
import org.shouxin.testing.simulation.Task;

/**
 * Two services with an outbox each, two replicas of audit-service, one database behind these, and a
 * network that loses, repeats and delays. What must hold is asked when everything is well again.
 */
final class SimulatedSystem {
  private static final int STEPS_WITH_FAULTS = 120;
  private static final int STEPS_TO_HEAL = 4_000;

  /** One seed in so many also signs: signatures cost more than all the rest. */
  private static final int SIGNING = 16;

  private record Relay(SimulatedOutbox outbox, Task task) {}

  private final Schedule schedule;
  private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-11-22T15:59:00Z"));
  private final SimulatedLog log;
  private final SimulatedTree tree;
  private final List<SimulatedReplica> replicas = new ArrayList<>();
  private final List<SimulatedOutbox> outboxes = new ArrayList<>();
  private final List<Relay> relays = new ArrayList<>();
  private final List<Task> writers = new ArrayList<>();
  private final List<EventBatch> repeats = new ArrayList<>();
  private boolean faulty = true;

  SimulatedSystem(Schedule schedule, SimulatedLog.Bug logBug, SimulatedOutbox.Bug outboxBug) {
    this.schedule = schedule;
    this.log = new SimulatedLog(schedule, logBug);
    this.tree =
        new SimulatedTree(
            schedule,
            clock,
            schedule.below(SIGNING) == 0,
            () -> log.entries().stream().map(PreparedEntry::text).toList());
    for (String name : List.of("first", "second")) {
      replicas.add(new SimulatedReplica(schedule, log, tree.signer(), clock, name));
    }
    for (String suffix : List.of("aaaaaaaa", "bbbbbbbb")) {
      SimulatedOutbox outbox = new SimulatedOutbox(schedule, clock, suffix, outboxBug);
      outboxes.add(outbox);
      relay(outbox);
      relay(outbox);
      for (int writer = 0; writer < 3; writer++) {
        writers.add(schedule.start("writer of " + suffix, () -> write(outbox)));
      }
    }
    schedule.start("network", this::repeat);
  }

  private void relay(SimulatedOutbox outbox) {
    Task task = schedule.start("relay of " + outbox.source(), () -> outbox.relay(this::send));
    relays.add(new Relay(outbox, task));
  }

  private void write(SimulatedOutbox outbox) {
    for (int i = schedule.below(3); i >= 0; i--) {
      outbox.write(1 + schedule.below(3));
    }
  }

  /** One request to whichever replica the service address leads to. */
  private void send(EventBatch batch) {
    schedule.step();
    if (faulty && schedule.below(6) == 0) {
      throw new ProblemException(ProblemCode.AUDIT_UNAVAILABLE);
    }
    if (faulty && schedule.below(4) == 0) {
      repeats.add(batch);
    }
    replicas.get(schedule.below(replicas.size())).take(batch);
    if (faulty && schedule.below(6) == 0) {
      // It was stored, and nobody is told.
      throw new ProblemException(ProblemCode.AUDIT_UNAVAILABLE);
    }
  }

  /** Old requests arrive again, in any order. */
  private void repeat() {
    while (true) {
      schedule.step();
      if (!repeats.isEmpty()) {
        EventBatch late = repeats.remove(schedule.below(repeats.size()));
        try {
          replicas.get(schedule.below(replicas.size())).take(late);
        } catch (ProblemException refused) {
          schedule.note("a repeat was refused");
        }
      }
    }
  }

  /** Lives through faults, heals, and keeps its promises. */
  void live() {
    schedule.fault(60, () -> replicas.get(schedule.below(2)).crash());
    schedule.fault(60, () -> replicas.get(schedule.below(2)).pause());
    schedule.fault(40, log::endLease);
    schedule.fault(60, log::loseLock);
    schedule.fault(80, log::crash);
    schedule.fault(30, log::flush);
    schedule.fault(60, this::crashRelay);
    schedule.fault(50, () -> clock.move(Duration.ofHours(schedule.below(80) - 30)));
    schedule.go(STEPS_WITH_FAULTS);
    schedule.heal();
    faulty = false;
    for (int i = 0; i < STEPS_TO_HEAL / 50 && !isQuiet(); i++) {
      schedule.go(50);
    }
    schedule.go(50);
    requirePromisesKept();
  }

  private void crashRelay() {
    Relay old = relays.remove(schedule.below(relays.size()));
    schedule.crash(old.task());
    relay(old.outbox());
  }

  private boolean isQuiet() {
    return writers.stream().allMatch(Task::isEnded)
        && outboxes.stream().allMatch(SimulatedOutbox::isEmptied);
  }

  private void requirePromisesKept() {
    assertThat(replicas).extracting(SimulatedReplica::haltedBecause).containsOnlyNulls();
    for (SimulatedOutbox outbox : outboxes) {
      List<PreparedEntry> stored =
          log.entries().stream().filter(entry -> entry.source().equals(outbox.source())).toList();
      List<UUID> events = stored.stream().map(PreparedEntry::eventId).toList();
      assertThat(events).as("none lost").containsAll(outbox.acknowledged());
      assertThat(events).as("each once, in order").isEqualTo(outbox.committed());
      assertThat(stored.stream().map(PreparedEntry::position))
          .as("positions are dense")
          .containsExactlyElementsOf(LongStream.range(0, stored.size()).boxed().toList());
    }
    assertThat(tree.contradictions()).isEmpty();
  }
}
