package org.shouxin.consent.consentrecord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouxin.testing.simulation.Seeds;

/**
 * Giving, refusing, withdrawing and revoking under random schedules: the latest decision of a
 * person wins at once, and each is made once, kept and reported (promises 1 and 3, R-CN-02,
 * R-CN-03).
 */
class ConsentSimulationTest {

  @Test
  void noScheduleTurnsAPersonsDecisionsRound() {
    assertThat(
            Seeds.findBroken(
                Seeds.first(),
                Seeds.count(600),
                schedule -> new SimulatedPeople(schedule, SimulatedConsents.Bug.NONE).live()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aMistakePlantedOnPurposeIsFound(SimulatedConsents.Bug planted) {
    assertThat(
            Seeds.findBroken(
                Seeds.first(), 2_000, schedule -> new SimulatedPeople(schedule, planted).live()))
        .isPresent();
  }
}
