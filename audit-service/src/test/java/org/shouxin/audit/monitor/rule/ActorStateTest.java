package org.shouxin.audit.monitor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How behaviour becomes a score. Thursday 2026-11-19, 10:00 in Shanghai, unless said. */
class ActorStateTest {
  private static final Instant TEN = Instant.parse("2026-11-19T02:00:00Z");
  private static final ActorKey WANG = new ActorKey("ctl-donghai", "employee", "1024");
  private static final RuleSet RULES = ShippedRules.get();

  private final ActorState state = new ActorState();
  private int nextPerson = 1;

  @Test
  void oneAndTheSamePersonReadAThousandTimesScoresNothing() {
    Score score = RULES_NONE;
    for (int i = 0; i < 1_000; i++) {
      score = state.observe(read(7, TEN.plusSeconds(i), true), RULES);
    }
    assertThat(score.total()).isZero();
  }

  @Test
  void aScoreSaysWhichRuleAddedWhat() {
    Score score = RULES_NONE;
    for (int i = 0; i < 20; i++) {
      score = state.observe(read(nextPerson++, TEN.plusSeconds(60L * i), false), RULES);
    }
    assertThat(score.contributions())
        .containsExactly(new Contribution(Signal.NOT_OWN, 20, 10, 30, 50));
    assertThat(score.interception()).isEqualTo(new Interception.Warned());
    assertThat(score.ruleVersion()).isEqualTo("shipped");
  }

  @Test
  void workAtNightAndOnDaysOffCountsAsOffHours() {
    Instant midnight = Instant.parse("2026-11-19T16:00:00Z");
    Instant nationalDay = Instant.parse("2026-10-01T02:00:00Z");
    Instant makeUpSaturday = Instant.parse("2026-10-10T02:00:00Z");
    assertThat(RULES.hours().isOutside(midnight)).isTrue();
    assertThat(RULES.hours().isOutside(nationalDay)).isTrue();
    assertThat(RULES.hours().isOutside(makeUpSaturday)).isFalse();
    assertThat(RULES.hours().isOutside(TEN)).isFalse();
  }

  @Test
  void aCanaryTouchedOnceBlocks() {
    Observation touch =
        new Observation(TEN, WANG, "client-manager", Act.READ, 5, true, false, true, null, null);
    assertThat(state.observe(touch, RULES).interception()).isEqualTo(new Interception.Blocked());
  }

  @Test
  void searchesForOneSurnameAreHuntingOnlyWhenTheyAreAtLeastHalfOfAll() {
    ActorState honest = new ActorState();
    for (int i = 0; i < 40; i++) {
      String often = "s0" + i % 2;
      Observation hunting = search(nextPerson, i % 2 == 0 ? often : "s" + (10 + i), null);
      Observation mixed = search(nextPerson++, "s" + (10 + i % 5), null);
      state.observe(hunting, RULES);
      honest.observe(mixed, RULES);
    }
    assertThat(points(state, Signal.SURNAME)).isPositive();
    assertThat(points(honest, Signal.SURNAME)).isZero();
  }

  @Test
  void aPartnersThousandSequentialLookUpsAreAlertedThenSlowedThenBlocked() {
    ActorKey partner = new ActorKey("ctl-donghai", "partner", "partner-haiyun");
    Map<String, Integer> first = new LinkedHashMap<>();
    for (int n = 1; n <= 1_000; n++) {
      Observation lookup =
          new Observation(
              TEN.plusSeconds(5L * n),
              partner,
              "partner",
              Act.REFUSED,
              n,
              true,
              false,
              false,
              null,
              "n" + n / 100);
      first.putIfAbsent(state.observe(lookup, RULES).interception().label(), n);
    }
    assertThat(first)
        .containsEntry("WARN", 30)
        .containsEntry("STEP_UP", 45)
        .containsEntry("BLOCK", 65);
  }

  @Test
  void eachStepIsReachedOnceADay() {
    assertThat(state.reaches(new Interception.Warned())).isTrue();
    assertThat(state.reaches(new Interception.Warned())).isFalse();
    assertThat(state.reaches(new Interception.Blocked())).isTrue();
    assertThat(state.reaches(new Interception.SteppedUp())).isFalse();
  }

  @Test
  void aLiftedAlarmStartsTheDayAfreshAndWidensTheLimitsAtMostToTheDouble() {
    for (int lifted = 0; lifted < 5; lifted++) {
      state.lift(List.of(Signal.NOT_OWN), TEN);
    }
    Score score = RULES_NONE;
    for (int i = 0; i < 40; i++) {
      score = state.observe(read(nextPerson++, TEN.plusSeconds(60L * i), false), RULES);
    }
    assertThat(score.contributions())
        .containsExactly(new Contribution(Signal.NOT_OWN, 40, 20, 60, 50));
  }

  @Test
  void aRestartGoesOnWhereItWas() {
    for (int i = 0; i < 25; i++) {
      state.observe(search(nextPerson++, "s01", "n" + i), RULES);
    }
    ActorState restored = StateCodec.read(StateCodec.write(state));
    Observation next = search(nextPerson, "s01", "n3");
    assertThat(restored.observe(next, RULES)).isEqualTo(state.observe(next, RULES));
  }

  @Test
  void anActorsOwnUsualGrowsSlowlySoThatALeakIsNotLearntInADay() {
    for (int day = 0; day < 20; day++) {
      int people = day < 19 ? 10 : 500;
      for (int i = 0; i < people; i++) {
        state.observe(read(nextPerson++, TEN.plusSeconds(86_400L * day + i), true), RULES);
      }
    }
    state.reached = new Interception.Clear();
    state.observe(read(nextPerson, TEN.plusSeconds(86_400L * 20), true), RULES);
    assertThat(state.usual.peak(Signal.BREADTH)).isEqualTo(16);
  }

  private static final Score RULES_NONE =
      new Score(-1, List.of(), new Interception.Clear(), "none");

  private double points(ActorState of, Signal signal) {
    return of.observe(read(1, TEN, true), RULES).contributions().stream()
        .filter(part -> part.signal() == signal)
        .mapToDouble(Contribution::points)
        .sum();
  }

  private static Observation read(int person, Instant at, boolean own) {
    return new Observation(
        at, WANG, "client-manager", Act.READ, person, own, false, false, null, null);
  }

  private static Observation search(
      int person, String surname, @org.jspecify.annotations.Nullable String block) {
    return new Observation(
        TEN, WANG, "client-manager", Act.READ, person, true, false, false, surname, block);
  }
}
