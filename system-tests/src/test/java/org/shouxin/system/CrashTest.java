package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouxin.launcher.Component;

/**
 * A process killed in the middle of load loses no event of an answer that somebody got (promise 1).
 */
@SystemTest
class CrashTest {
  private static final String PARTNER = "partner-haiyun";
  private static final int CALLERS = 8;
  private static final int ENOUGH = 60;
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { name decision { id } } }";

  private final RunningSystem system;

  CrashTest(RunningSystem system) {
    this.system = system;
  }

  @ParameterizedTest
  @EnumSource(
      value = Component.class,
      names = {"RECORDS", "POSTGRESQL"})
  void everyAnsweredReadHasItsEventThoughAProcessWasKilledUnderLoad(Component victim) {
    everyAnsweredReadHasItsEvent(victim, () -> system.installation().kill(victim));
  }

  /** What {@code kubectl drain} does to a pod: SIGTERM while callers still ask. */
  @ParameterizedTest
  @EnumSource(
      value = Component.class,
      names = {"RECORDS", "CONSENT", "GATEWAY"})
  void everyAnsweredReadHasItsEventThoughAServiceWasDrainedUnderLoad(Component drained) {
    everyAnsweredReadHasItsEvent(drained, () -> system.installation().stop(drained));
  }

  private void everyAnsweredReadHasItsEvent(Component victim, Runnable end) {
    DemoCustomer lilei = system.customer("li.lei");
    lilei.withdrawAll("P-12", PARTNER);
    String consent = lilei.giveConsent("P-12", PARTNER).path("id").asText();
    Load load = Load.start(system.caller(PARTNER), lilei.id());
    int before;
    try {
      load.awaitAnswered(ENOUGH);
      end.run();
      before = load.answered().size();
      system.installation().startAgain(victim);
      load.awaitAnswered(before + ENOUGH);
    } finally {
      load.stop();
    }
    assertThat(load.answered()).doesNotHaveDuplicates();
    Eventually.passes(() ->
        assertThat(AuditPathTest.decisionsOf(system.log().verifiedEntries(), "data.provided"))
            .as("events of the %d answered reads", load.answered().size())
            .doesNotHaveDuplicates()
            .containsAll(load.answered()));
    AuditPathTest.assertEachEventOnceAndEachSourceInOrder(system.log().verifiedEntries());
    system.customer("li.lei").withdraw(consent);
  }

  @Test
  void withoutConsentServiceNothingIsReadAndItIsSaidSo() {
    DemoCustomer lilei = system.customer("li.lei");
    Caller partner = system.caller(PARTNER);
    system.installation().kill(Component.CONSENT);
    try {
      Answer answer = partner.ask(READ, Map.of("id", lilei.id()));
      assertThat(answer.codes()).containsExactly("SERVICE_UNAVAILABLE");
      assertThat(answer.data("customer").isNull()).isTrue();
    } finally {
      system.installation().startAgain(Component.CONSENT);
    }
    assertThat(partner.ask(READ, Map.of("id", lilei.id())).codes()).isEmpty();
  }

  /** Callers who read one person as fast as they are answered. */
  private record Load(
      Queue<String> decisions, Queue<String> faults, AtomicBoolean running, List<Thread> callers) {

    static Load start(Caller caller, String customer) {
      Load load =
          new Load(
              new ConcurrentLinkedQueue<>(),
              new ConcurrentLinkedQueue<>(),
              new AtomicBoolean(true),
              new ArrayList<>());
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
}
