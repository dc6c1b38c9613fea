package org.shouxin.audit.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Every pair of state and step: the ways that exist, and that no other does. */
class IncidentStateTest {
  private static final List<IncidentState> STATES =
      List.of(
          new IncidentState.Opened(),
          new IncidentState.Assessed(),
          new IncidentState.Contained(),
          new IncidentState.Reported(),
          new IncidentState.Notified(),
          new IncidentState.Settled(),
          new IncidentState.Reviewed(),
          new IncidentState.Closed());

  @Test
  void onlyTheStatedWaysLeadFromStateToState() {
    Set<String> moves = new TreeSet<>();
    Set<String> stays = new TreeSet<>();
    for (IncidentState state : STATES) {
      for (StepKind step : StepKind.values()) {
        try {
          String next = state.after(step).label();
          (next.equals(state.label()) ? stays : moves)
              .add(state.label() + " " + step + (next.equals(state.label()) ? "" : " " + next));
        } catch (ProblemException refused) {
          assertThat(refused.code()).isEqualTo(ProblemCode.INCIDENT_STATE_CONFLICT);
        }
      }
    }
    assertThat(moves)
        .containsExactly(
            "ASSESSED CONTAINED CONTAINED",
            "CONTAINED ALL_REPORTED REPORTED",
            "CONTAINED NOTIFIED NOTIFIED",
            "NOTIFIED ALL_REPORTED SETTLED",
            "OPENED ASSESSED ASSESSED",
            "REPORTED NOTIFIED SETTLED",
            "REVIEWED CLOSED CLOSED",
            "SETTLED REVIEWED REVIEWED");
    assertThat(stays)
        .contains("OPENED REPORT_SUBMITTED", "ASSESSED NOTICE_DECIDED", "NOTIFIED REPORT_SUBMITTED")
        .noneMatch(way -> way.startsWith("SETTLED") || way.startsWith("CLOSED"))
        .hasSize(23);
  }
}
