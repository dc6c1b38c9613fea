package org.shouxin.audit.incident;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.incident.affected.AffectedPersons;
import org.shouxin.audit.incident.duty.ClockView;
import org.shouxin.audit.incident.duty.IncidentClocks;
import org.shouxin.audit.incident.duty.Starter;
import org.shouxin.audit.incident.notice.Draft;
import org.shouxin.audit.incident.notice.IncidentReports;
import org.shouxin.audit.incident.notice.NoticeItem;
import org.shouxin.audit.incident.notice.NoticeText;
import org.shouxin.audit.incident.notice.ReportKind;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Drafts and submissions of the reports to authorities. */
@Singleton
class IncidentReporting {
  private static final Set<String> OWED_TO_AUTHORITIES =
      Set.of("K-09", "K-10", "K-11", "K-12", "K-13-NFRA", "K-13-CAC", "K-15-REPORT");

  private final Database database;
  private final IncidentFile file;
  private final AffectedPersons affected;
  private final IncidentReports reports;
  private final IncidentClocks clocks;

  @Inject
  IncidentReporting(
      Database database,
      IncidentFile file,
      AffectedPersons affected,
      IncidentReports reports,
      IncidentClocks clocks) {
    this.database = database;
    this.file = file;
    this.affected = affected;
    this.reports = reports;
    this.clocks = clocks;
  }

  /** The items of PIPL 57 in both languages, as far as the log knows them. */
  Map<String, Map<NoticeItem, String>> draft(Actor actor, UUID id) {
    return database.read(
        actor.controller(),
        handle -> {
          Integer frozen = file.course(handle, id).frozenVersion();
          return Draft.of(frozen == null ? List.of() : affected.get(handle, id, frozen).fields());
        });
  }

  /**
   * Records a report that was submitted, under the authority's receipt number; stops its clock. In
   * a drill nothing is submitted and no receipt number is taken.
   *
   * @throws ProblemException {@code INCIDENT_NOTICE_INCOMPLETE}; {@code INCIDENT_STATE_CONFLICT}
   *     for a final report before the handling has ended; {@code REQUEST_INVALID} for a missing
   *     receipt number, or one in a drill
   */
  IncidentView submit(
      Actor actor,
      UUID id,
      ReportKind kind,
      Map<String, Map<NoticeItem, String>> items,
      String submission) {
    return file.work(
        actor,
        id,
        (handle, course) -> {
          boolean drill = course.incident().drill();
          if (drill != submission.equals(IncidentReports.DRILL)) {
            throw new ProblemException(
                ProblemCode.REQUEST_INVALID, "a drill, and only a drill, has the submission DRILL");
          }
          if (kind.isFinal() && !course.has(StepKind.CONTAINED)) {
            throw new ProblemException(ProblemCode.INCIDENT_STATE_CONFLICT);
          }
          NoticeText text = NoticeText.write(items);
          file.take(
              handle,
              actor,
              course,
              StepKind.REPORT_SUBMITTED,
              Map.of("kind", kind.name(), "sha256", text.sha256(), "submission", submission),
              null);
          reports.submit(handle, actor, id, kind, text, submission);
          stopClock(handle, course, kind);
          settle(handle, actor, id);
        });
  }

  private void stopClock(Handle handle, Course course, ReportKind kind) {
    if (kind == ReportKind.PROGRESS && !course.has(StepKind.CONTAINED)) {
      clocks.renew(handle, course.owed(), Starter.FIRST_REPORT, kind.clock());
      return;
    }
    clocks.stop(handle, course.owed(), kind.clock());
    if (kind == ReportKind.FIRST && !course.has(StepKind.CONTAINED)) {
      clocks.start(handle, course.owed(), Starter.FIRST_REPORT);
    }
  }

  /** Once the handling has ended and every report owed is in, the authorities know it all. */
  private void settle(Handle handle, Actor actor, UUID id) {
    Course course = file.course(handle, id);
    boolean owed =
        clocks.list(handle, id).stream()
            .filter(clock -> OWED_TO_AUTHORITIES.contains(clock.code()))
            .anyMatch(ClockView::runs);
    if (!owed && course.has(StepKind.CONTAINED) && !course.has(StepKind.ALL_REPORTED)) {
      file.take(handle, actor, course, StepKind.ALL_REPORTED, IncidentFile.nothing(), null);
    }
  }
}
