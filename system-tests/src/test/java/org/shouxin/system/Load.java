package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Callers who read one person, again as soon as they have looked at the answer. Who gets none waits
 * longer, as any client does: callers who knock without a pause take the processors from the very
 * service that is starting.
 */
record Load(
    Queue<String> decisions, Queue<String> faults, AtomicBoolean running, List<Thread> callers) {
  static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { name decision { id } } }";

  private static final int CALLERS = 8;
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Duration BACK_OFF = Duration.ofMillis(100);

  /** Nobody asks. */
  static Load idle() {
    return new Load(
        new ConcurrentLinkedQueue<>(),
        new ConcurrentLinkedQueue<>(),
        new AtomicBoolean(true),
        new ArrayList<>());
  }

  static Load start(Caller caller, String customer) {
    Load load = idle();
    for (int i = 0; i < CALLERS; i++) {
      load.callers.add(Thread.ofVirtual().start(() -> load.read(caller, customer)));
    }
    return load;
  }

  private void read(Caller caller, String customer) {
    while (running.get()) {
      try {
        Answer answer = caller.ask(READ, Map.of("id", customer));
        String decision = answer.data("customer").path("decision").path("id").asText("");
        if (decision.isEmpty()) {
          faults.addAll(answer.codes());
          LockSupport.parkNanos(BACK_OFF.toNanos());
        } else {
          decisions.add(decision);
          LockSupport.parkNanos(LOOK.toNanos());
        }
      } catch (Caller.NotAnswered broken) {
        faults.add("NOT_ANSWERED");
        LockSupport.parkNanos(BACK_OFF.toNanos());
      }
    }
  }

  Collection<String> answered() {
    return List.copyOf(decisions);
  }

  void awaitAnswered(int count) {
    Eventually.passes(() ->
        assertThat(decisions.size())
            .as("reads answered; faults %s", faults.stream().distinct().toList())
            .isGreaterThanOrEqualTo(count));
  }

  void stop() {
    running.set(false);
    for (Thread caller : callers) {
      try {
        caller.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
