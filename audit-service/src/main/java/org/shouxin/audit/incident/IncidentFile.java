package org.shouxin.audit.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.audit.entry.PersonalNumbers;
import org.shouxin.audit.incident.affected.AffectedPersons;
import org.shouxin.audit.incident.duty.IncidentClocks;
import org.shouxin.audit.incident.notice.IncidentNotices;
import org.shouxin.audit.incident.notice.IncidentReports;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Opens an incident's file for one piece of work: locked, so that two officers' steps have an
 * order, and shown afterwards. A step and its audit event are one commit.
 */
@Singleton
class IncidentFile {
  private static final int SHORTEST_REASON = 10;

  private final Database database;
  private final IncidentRows rows;
  private final AffectedPersons affected;
  private final IncidentClocks clocks;
  private final IncidentReports reports;
  private final IncidentNotices notices;
  private final OwnEvents audit;
  private final ObjectMapper json;
  private final Clock clock;

  @Inject
  IncidentFile(
      Database database,
      IncidentRows rows,
      AffectedPersons affected,
      IncidentClocks clocks,
      IncidentReports reports,
      IncidentNotices notices,
      OwnEvents audit,
      ObjectMapper json,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.affected = affected;
    this.clocks = clocks;
    this.reports = reports;
    this.notices = notices;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Works on a locked incident of the actor's controller and shows it afterwards.
   *
   * @throws ProblemException {@code INCIDENT_NOT_FOUND}
   */
  IncidentView work(Actor actor, UUID id, BiConsumer<Handle, Course> work) {
    return database.write(
        actor.controller(),
        handle -> {
          rows.lock(handle, id);
          work.accept(handle, course(handle, id));
          return view(handle, course(handle, id));
        });
  }

  /** The incident as its steps made it. */
  Course course(Handle handle, UUID id) {
    IncidentRows.Row row =
        rows.find(handle, id)
            .orElseThrow(() -> new ProblemException(ProblemCode.INCIDENT_NOT_FOUND));
    return new Course(row, rows.steps(handle, id));
  }

  /** Takes a step, when the state knows it, with its event. */
  void take(
      Handle handle,
      Actor actor,
      Course course,
      StepKind kind,
      Object detail,
      @Nullable Long count) {
    course.state().after(kind);
    rows.append(
        handle,
        course.incident(),
        new Step(
            kind,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            actor.id(),
            json.valueToTree(detail)));
    AuditEvents event = event(actor, kind.event(course.incident().drill()), course.incident());
    audit.record(handle, count == null ? event.build() : event.count(count).build());
  }

  /** An event about an incident; in a drill it says so. */
  AuditEvents event(Actor actor, String type, IncidentRows.Row incident) {
    AuditEvents event =
        AuditEvents.of(actor, type, clock).resource("incident", incident.id().toString());
    return incident.drill() ? event.channel("DRILL") : event;
  }

  /**
   * A reason fit to be kept.
   *
   * @throws ProblemException {@code REASON_TOO_SHORT}, {@code INCIDENT_TEXT_PERSONAL}
   */
  static String reason(String text) {
    if (text.strip().length() < SHORTEST_REASON) {
      throw new ProblemException(ProblemCode.REASON_TOO_SHORT);
    }
    if (PersonalNumbers.areIn(text)) {
      throw new ProblemException(ProblemCode.INCIDENT_TEXT_PERSONAL);
    }
    return text.strip();
  }

  IncidentView view(Handle handle, Course course) {
    IncidentRows.Row row = course.incident();
    return new IncidentView(
        row.id(),
        row.drill(),
        course.state().label(),
        row.sourceKind().name(),
        row.sourceReference(),
        row.knownAt(),
        row.openedAt(),
        row.openedBy(),
        assessment(course),
        affected.list(handle, row.id()),
        course.frozenVersion(),
        clocks.list(handle, row.id()),
        reports.list(handle, row.id()),
        course.noticeDecision().name(),
        notices.progress(handle, row.id()).orElse(null),
        course.steps().stream()
            .map(step -> new IncidentView.Taken(step.kind().name(), step.at(), step.employeeNo()))
            .toList(),
        rows.findScore(handle, row.id()));
  }

  private @Nullable Assessment assessment(Course course) {
    try {
      return course.has(StepKind.ASSESSED)
          ? json.treeToValue(course.detail(StepKind.ASSESSED), Assessment.class)
          : null;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored assessment cannot be read", impossible);
    }
  }

  static Map<String, Object> nothing() {
    return Map.of();
  }
}
