package org.shouxin.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouxin.platform.outbox.SimulatedOutbox;
import org.shouxin.testing.simulation.Seeds;

/**
 * The path of an event from a service's outbox into the log, run under random schedules: no
 * acknowledged event is lost, each is stored once, each source keeps its order, nothing shown is
 * taken back (promises 1 and 5). Longer: {@code -Dshouxin.simulation.seeds=1000000}.
 */
class LogSimulationTest {
  private static final Logger QUIET = Logger.getLogger(Sequencer.class.getName());

  @BeforeAll
  static void sayNothingOfFaultsMadeOnPurpose() {
    QUIET.setLevel(Level.OFF);
  }

  @AfterAll
  static void speakAgain() {
    QUIET.setLevel(null);
  }

  @Test
  void noScheduleLosesRepeatsOrTurnsRoundAnEvent() {
    assertThat(broken(Seeds.count(600), SimulatedLog.Bug.NONE, SimulatedOutbox.Bug.NONE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aMistakePlantedInTheLogIsFound(SimulatedLog.Bug planted) {
    assertThat(broken(2_000, planted, SimulatedOutbox.Bug.NONE)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aMistakePlantedInTheOutboxIsFound(SimulatedOutbox.Bug planted) {
    assertThat(broken(2_000, SimulatedLog.Bug.NONE, planted)).isPresent();
  }

  private static Optional<String> broken(
      long seeds, SimulatedLog.Bug inLog, SimulatedOutbox.Bug inOutbox) {
    return Seeds.findBroken(
        Seeds.first(), seeds, schedule -> new SimulatedSystem(schedule, inLog, inOutbox).live());
  }
}
