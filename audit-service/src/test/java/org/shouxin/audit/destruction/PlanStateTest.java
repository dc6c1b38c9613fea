package org.shouxin.audit.destruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouxin.audit.destruction.StepKind.APPROVED;
import static org.shouxin.audit.destruction.StepKind.CERTIFIED;
import static org.shouxin.audit.destruction.StepKind.CHANGED;
import static org.shouxin.audit.destruction.StepKind.EXECUTED;
import static org.shouxin.audit.destruction.StepKind.LOG_CONFIRMED;
import static org.shouxin.audit.destruction.StepKind.PROPOSED;
import static org.shouxin.audit.destruction.StepKind.STARTED;
import static org.shouxin.audit.destruction.StepKind.STOPPED;
import static org.shouxin.audit.destruction.StepKind.VOIDED;
import static org.shouxin.audit.destruction.StepKind.WITNESSED;
import static org.shouxin.audit.destruction.StepKind.WITNESS_ABSENT;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouxin.platform.problem.ProblemException;

class PlanStateTest {

  /** A way to a state, its name, and what may follow. */
  record Way(List<StepKind> steps, String label, Set<StepKind> next) {}

  static List<Way> ways() {
    return List.of(
        way("PROPOSED", EnumSet.of(PROPOSED, CHANGED, APPROVED, VOIDED), PROPOSED),
        way("APPROVED", EnumSet.of(CHANGED, STARTED, VOIDED), PROPOSED, APPROVED),
        way(
            "PROPOSED",
            EnumSet.of(PROPOSED, CHANGED, APPROVED, VOIDED),
            PROPOSED,
            APPROVED,
            CHANGED),
        way("EXECUTING", EnumSet.of(STOPPED, EXECUTED), PROPOSED, APPROVED, STARTED),
        way("STOPPED", EnumSet.of(CHANGED, STARTED), PROPOSED, APPROVED, STARTED, STOPPED),
        way(
            "EXECUTED",
            EnumSet.of(WITNESSED, WITNESS_ABSENT),
            PROPOSED,
            APPROVED,
            STARTED,
            EXECUTED),
        way(
            "UNWITNESSED",
            EnumSet.of(WITNESS_ABSENT, WITNESSED, LOG_CONFIRMED),
            PROPOSED,
            APPROVED,
            STARTED,
            EXECUTED,
            WITNESS_ABSENT),
        way(
            "WITNESSED",
            EnumSet.of(CERTIFIED),
            PROPOSED,
            APPROVED,
            STARTED,
            EXECUTED,
            WITNESS_ABSENT,
            WITNESSED),
        way(
            "LOG_CONFIRMED",
            EnumSet.of(CERTIFIED),
            PROPOSED,
            APPROVED,
            STARTED,
            EXECUTED,
            WITNESS_ABSENT,
            LOG_CONFIRMED),
        way("WITNESSED", EnumSet.of(CERTIFIED), PROPOSED, APPROVED, STARTED, EXECUTED, WITNESSED),
        way(
            "CERTIFIED",
            EnumSet.noneOf(StepKind.class),
            PROPOSED,
            APPROVED,
            STARTED,
            EXECUTED,
            WITNESSED,
            CERTIFIED),
        way("VOID", EnumSet.noneOf(StepKind.class), PROPOSED, VOIDED));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aStateKnowsExactlyItsOwnSteps(Way way) {
    PlanState state = new PlanState.Proposed();
    for (StepKind step : way.steps()) {
      state = state.after(step);
    }
    PlanState reached = state;
    assertThat(reached.label()).isEqualTo(way.label());
    for (StepKind step : StepKind.values()) {
      if (way.next().contains(step)) {
        assertThat(reached.after(step).label()).isNotEmpty();
      } else {
        assertThatThrownBy(() -> reached.after(step))
            .isInstanceOf(ProblemException.class)
            .hasMessage("DESTRUCTION_STATE_CONFLICT");
      }
    }
  }

  private static Way way(String label, Set<StepKind> next, StepKind... steps) {
    return new Way(List.of(steps), label, next);
  }
}
