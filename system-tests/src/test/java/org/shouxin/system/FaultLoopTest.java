package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.bench.fault.FaultLoop;

/** Three short seeds of {@code ./shouxin bench faults} (issue 11.5). */
@SystemTest
class FaultLoopTest {
  private static final int FAULTS = 3;

  private final RunningSystem system;

  FaultLoopTest(RunningSystem system) {
    this.system = system;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noPromiseBreaksWhateverFails(long seed) {
    FaultLoop.Outcome outcome =
        FaultLoop.run(system.installation(), seed, struck -> struck < FAULTS, System.out::println);
    assertThat(outcome.broken()).isEmpty();
    assertThat(outcome.faults()).isEqualTo(FAULTS);
    assertThat(outcome.shown()).as("reads of the person").isPositive();
    assertThat(outcome.silences()).as("answered withdrawals").isPositive();
    assertThat(outcome.events()).as("events acknowledged").isPositive();
  }
}
