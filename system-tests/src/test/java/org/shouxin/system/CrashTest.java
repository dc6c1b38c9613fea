package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
  private static final int ENOUGH = 60;

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
      Answer answer = partner.ask(Load.READ, Map.of("id", lilei.id()));
      assertThat(answer.codes()).containsExactly("SERVICE_UNAVAILABLE");
      assertThat(answer.data("customer").isNull()).isTrue();
    } finally {
      system.installation().startAgain(Component.CONSENT);
    }
    assertThat(partner.ask(Load.READ, Map.of("id", lilei.id())).codes()).isEmpty();
  }
}
