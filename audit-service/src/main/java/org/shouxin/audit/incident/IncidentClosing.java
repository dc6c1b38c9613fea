package org.shouxin.audit.incident;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.incident.duty.ClockView;
import org.shouxin.audit.incident.duty.IncidentClocks;
import org.shouxin.audit.incident.notice.IncidentNotices;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Review and end of an incident; a drill gets its score card. */
@Singleton
class IncidentClosing {
  private final IncidentFile file;
  private final IncidentRows rows;
  private final IncidentClocks clocks;
  private final IncidentNotices notices;
  private final Clock clock;

  @Inject
  IncidentClosing(
      IncidentFile file,
      IncidentRows rows,
      IncidentClocks clocks,
      IncidentNotices notices,
      Clock clock) {
    this.file = file;
    this.rows = rows;
    this.clocks = clocks;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Takes the review report. A breach cannot be deleted, only explained (DR-14).
   *
   * @throws ProblemException {@code INCIDENT_REVIEW_INCOMPLETE} when clocks were breached and
   *     nothing explains it
   */
  IncidentView review(
      Actor actor, UUID id, String reportSha256, String lessons, @Nullable String explanation) {
    return file.work(
        actor,
        id,
        (handle, course) -> {
          List<Problem.Fault> unexplained =
              explanation != null && !explanation.isBlank()
                  ? List.of()
                  : breached(clocks.list(handle, id), clock.instant()).stream()
                      .map(code ->
                          new Problem.Fault(code, "BREACH_UNEXPLAINED", "explain the breach"))
                      .toList();
          if (!unexplained.isEmpty()) {
            throw new ProblemException(
                ProblemCode.INCIDENT_REVIEW_INCOMPLETE,
                String.join(", ", unexplained.stream().map(Problem.Fault::field).toList()),
                unexplained);
          }
          Map<String, Object> detail =
              Map.of(
                  "reportSha256",
                  reportSha256,
                  "lessons",
                  IncidentFile.reason(lessons),
                  "breaches",
                  explanation == null ? "" : IncidentFile.reason(explanation));
          file.take(handle, actor, course, StepKind.REVIEWED, detail, null);
        });
  }

  /**
   * Closes it.
   *
   * @throws ProblemException {@code INCIDENT_NOT_CLOSABLE} naming open clocks, undelivered notices
   *     without a decision, a missing review report
   */
  IncidentView close(Actor actor, UUID id) {
    return file.work(
        actor,
        id,
        (handle, course) -> {
          List<ClockView> all = clocks.list(handle, id);
          Openness.requireNone(Openness.of(course, all, notices.progress(handle, id).orElse(null)));
          file.take(handle, actor, course, StepKind.CLOSED, IncidentFile.nothing(), null);
          if (course.incident().drill()) {
            rows.score(handle, course.incident(), score(course, all), clock.instant());
          }
        });
  }

  private IncidentView.DrillScore score(Course course, List<ClockView> all) {
    int breached = breached(all, clock.instant()).size();
    int met = all.size() - breached;
    return new IncidentView.DrillScore(
        all.isEmpty() ? 100 : 100 * met / all.size(),
        met,
        breached,
        course.detail(StepKind.REVIEWED).path("lessons").asText());
  }

  private static List<String> breached(List<ClockView> clocks, Instant now) {
    return clocks.stream().filter(view -> view.isBreached(now)).map(ClockView::code).toList();
  }
}
