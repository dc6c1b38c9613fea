package org.shouxin.audit.monitor.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouxin.audit.monitor.rule.RuleSet;
import org.shouxin.audit.monitor.rule.ShippedRules;

/** What R-AU-03 asks of the rules that ship, on played months. */
class SimulationTest {
  private static final RuleSet RULES = ShippedRules.get();

  @ParameterizedTest
  @EnumSource(Insider.class)
  void everyScriptedInsiderIsBlockedBeforeTheHundredthRecord(Insider insider) {
    for (int seed = 1; seed <= 3; seed++) {
      assertThat(Heist.of(insider, RULES, new Random(seed)).blockedAt())
          .as("%s, seed %d", insider, seed)
          .isLessThan(100);
    }
  }

  @Test
  void ofHonestActorDaysAtMostOneInTwoHundredIsBlocked() {
    for (int seed = 1; seed <= 2; seed++) {
      Random random = new Random(seed);
      NormalMonths months = new NormalMonths(RULES);
      months.play(new Company(random).workers(), random);
      assertThat(months.actorDays()).isGreaterThan(3_500);
      assertThat(months.blocked()).as("seed %d", seed).isLessThanOrEqualTo(0.005);
    }
  }

  @Test
  void slowLeaksAreToldFromWorkFarBetterThanByChance() {
    Roc roc = new SlowLeaks(RULES).play(30, new Random(7));
    assertThat(roc.areaUnderCurve()).isGreaterThan(0.7);
  }

  @Test
  void theFiguresAreWrittenForTheBench(@TempDir Path folder) throws Exception {
    Path json = folder.resolve("monitor.json");
    Simulation.main(new String[] {"--seeds", "1", "--json", json.toString()});
    assertThat(Files.readString(json))
        .startsWith("[{\"name\":\"monitor.employee_copies_20000.blocked-at\",\"value\":")
        .contains("\"name\":\"monitor.false-blocks\"", "\"name\":\"monitor.slow.auc\"")
        .endsWith("]\n");
  }
}
