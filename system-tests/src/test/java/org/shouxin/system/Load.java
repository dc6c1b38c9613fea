package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Callers who read one person as fast as they are answered. */
record Load(
    Queue<String> decisions, Queue<String> faults, AtomicBoolean running, List<Thread> callers) {
  static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { name decision { id } } }";

  private static final int CALLERS = 8;

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
        } else {
          decisions.add(decision);
        }
      } catch (Caller.NotAnswered broken) {
        faults.add("NOT_ANSWERED");
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
