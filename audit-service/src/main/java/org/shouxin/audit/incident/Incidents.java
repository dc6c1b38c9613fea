package org.shouxin.audit.incident;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.audit.incident.clue.LeakReports;
import org.shouxin.audit.incident.duty.IncidentClocks;
import org.shouxin.audit.incident.duty.Starter;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Opens, assesses and contains incidents. */
@Singleton
class Incidents {
  private static final Duration LONGEST_AGO = Duration.ofDays(30);
  private static final int MOST_SHOWN = 50;

  private final Database database;
  private final IncidentFile file;
  private final IncidentRows rows;
  private final LeakReports reports;
  private final SeverityWizard wizard;
  private final IncidentClocks clocks;
  private final OwnEvents audit;
  private final Clock clock;

  @Inject
  Incidents(
      Database database,
      IncidentFile file,
      IncidentRows rows,
      LeakReports reports,
      SeverityWizard wizard,
      IncidentClocks clocks,
      OwnEvents audit,
      Clock clock) {
    this.database = database;
    this.file = file;
    this.rows = rows;
    this.reports = reports;
    this.wizard = wizard;
    this.clocks = clocks;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Opens an incident; its clocks run from the time it was known.
   *
   * @throws ProblemException {@code INCIDENT_SOURCE_UNKNOWN}; {@code INCIDENT_KNOWN_AT_INVALID} for
   *     a time to come or more than 30 days ago
   */
  IncidentView open(
      Actor actor, SourceKind source, String reference, Instant knownAt, boolean drill) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (knownAt.isAfter(now) || knownAt.isBefore(now.minus(LONGEST_AGO))) {
      throw new ProblemException(ProblemCode.INCIDENT_KNOWN_AT_INVALID);
    }
    return database.write(
        actor.controller(),
        handle -> {
          requireSource(handle, source, reference);
          IncidentRows.Row row =
              new IncidentRows.Row(
                  actor.controller(),
                  Ids.next(),
                  drill,
                  source,
                  reference,
                  knownAt.truncatedTo(ChronoUnit.MICROS),
                  now,
                  actor.id());
          rows.insert(handle, row);
          audit.record(
              handle, file.event(actor, "incident.opened", row).reason("SOURCE_" + source).build());
          Course course = new Course(row, List.of());
          clocks.start(handle, course.owed(), Starter.OPENED);
          return file.view(handle, course);
        });
  }

  IncidentView get(Actor actor, UUID id) {
    return database.read(actor.controller(), handle -> file.view(handle, file.course(handle, id)));
  }

  /** The 50 newest of the caller's controller. */
  List<IncidentView> list(Actor actor) {
    return database.read(
        actor.controller(),
        handle ->
            rows.newest(handle, MOST_SHOWN).stream()
                .map(row -> file.view(handle, file.course(handle, row.id())))
                .toList());
  }

  /** Grades the incident and starts the clocks that the grade, or minors, owe. */
  IncidentView assess(Actor actor, UUID id, Assessment.Severity severity) {
    return file.work(
        actor,
        id,
        (handle, course) -> {
          Assessment found = wizard.assess(handle, severity);
          file.take(handle, actor, course, StepKind.ASSESSED, found, severity.persons());
          Course assessed = file.course(handle, id);
          clocks.start(handle, assessed.owed(), Starter.ASSESSED);
          if (isMet(handle, id, "K-09") && !assessed.has(StepKind.CONTAINED)) {
            clocks.start(handle, assessed.owed(), Starter.FIRST_REPORT);
          }
          if (assessed.has(StepKind.CONTAINED)) {
            clocks.start(handle, assessed.owed(), Starter.ENDED);
          }
          if (course.noticeDecision() == Course.NoticeDecision.NOTIFY) {
            clocks.start(handle, assessed.owed(), Starter.DECIDED);
          }
        });
  }

  /** The handling has ended: progress need not be told any more, final reports are owed. */
  IncidentView contain(Actor actor, UUID id, String measures) {
    return file.work(
        actor,
        id,
        (handle, course) -> {
          Map<String, Object> detail = Map.of("measures", IncidentFile.reason(measures));
          file.take(handle, actor, course, StepKind.CONTAINED, detail, null);
          clocks.stop(handle, course.owed(), "K-11");
          clocks.start(handle, course.owed(), Starter.ENDED);
        });
  }

  private boolean isMet(Handle handle, UUID id, String code) {
    return clocks.list(handle, id).stream()
        .filter(view -> view.code().equals(code))
        .anyMatch(view -> !view.runs());
  }

  private void requireSource(Handle handle, SourceKind source, String reference) {
    boolean known =
        switch (source) {
          case TRACE -> rows.traceExists(handle, Ids.parse(reference));
          case LEAK_REPORT -> reports.exists(handle, Ids.parse(reference));
          case ALERT -> rows.alertExists(handle, Ids.parse(reference));
        };
    if (!known) {
      throw new ProblemException(ProblemCode.INCIDENT_SOURCE_UNKNOWN);
    }
  }
}
