package org.shouxin.consent.clearance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Hours with proof (R-AC-06, anti-formality): alone, a course takes its least reading time and
 * counts no more than the time that really passed, one course at a time; in a classroom, somebody
 * else records attendance by a signed list.
 */
@ApplicationScoped
class Training {
  private static final String INSERT =
      "insert into training_session (controller_id, id, person_id, course, form, held_on,"
          + " started_at, ended_at, minutes, evidence_sha256, recorded_by)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Database database;
  private final Certification certification;
  private final AuditOutbox audit;
  private final Clock clock;

  Training(Database database, Certification certification, AuditOutbox audit, Clock clock) {
    this.database = database;
    this.certification = certification;
    this.audit = audit;
    this.clock = clock;
  }

  /** An open session. */
  public record Opened(UUID id, String course, Instant startedAt) {}

  /** Attendance at a classroom session, by a signed list. */
  record Attendance(
      String course, LocalDate heldOn, int minutes, List<String> people, String evidenceSha256) {}

  /** Opens a course to study alone; CONFLICT while another one is open. */
  Opened open(Actor actor, String courseCode) {
    LocalDate today = BusinessTime.today(clock);
    return database.write(
        actor.controller(),
        handle -> {
          certification.lock(handle, actor.id());
          Course course = Course.get(handle, today, courseCode);
          if (findOpen(handle, actor.id()) != null) {
            throw new ProblemException(ProblemCode.CONFLICT, "One course at a time.");
          }
          Opened opened = new Opened(Ids.next(), course.code(), clock.instant());
          insert(handle, actor, opened.id(), actor.id(), course.code(), "ALONE", today, 0, null);
          return opened;
        });
  }

  /**
   * Ends the open session; its minutes count as they passed, at most the course's.
   *
   * @throws ProblemException TRAINING_TOO_FAST before the least reading time
   */
  void end(Actor actor, UUID id) {
    database.write(
        actor.controller(),
        handle -> {
          certification.lock(handle, actor.id());
          Opened opened = findOpen(handle, actor.id());
          if (opened == null || !opened.id().equals(id)) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
          }
          Instant now = clock.instant();
          Course course = Course.get(handle, BusinessTime.today(clock), opened.course());
          long passed = Duration.between(opened.startedAt(), now).toMinutes();
          if (passed < course.readingMinutes()) {
            throw new ProblemException(ProblemCode.TRAINING_TOO_FAST);
          }
          handle.execute(
              "update training_session set ended_at = ?, minutes = ? where id = ?",
              now,
              (int) Math.min(passed, course.minutes()),
              id);
          report(handle, actor, actor.id(), course.code());
          certification.issueIfComplete(handle, actor, actor.id());
          return id;
        });
  }

  /** Records attendance of others; nobody records her own, and nothing ahead of time. */
  void attend(Actor recorder, Attendance attendance) {
    LocalDate today = BusinessTime.today(clock);
    if (attendance.people().contains(recorder.id())) {
      throw new ProblemException(ProblemCode.SELF_APPROVAL);
    }
    if (attendance.heldOn().isAfter(today)) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "The session lies ahead.");
    }
    database.write(
        recorder.controller(),
        handle -> {
          Course course = Course.get(handle, attendance.heldOn(), attendance.course());
          int minutes = Math.min(attendance.minutes(), course.minutes());
          for (String person : attendance.people().stream().sorted().distinct().toList()) {
            certification.lock(handle, person);
            requireNotCounted(handle, person, attendance);
            insert(
                handle,
                recorder,
                Ids.next(),
                person,
                course.code(),
                "CLASSROOM",
                attendance.heldOn(),
                minutes,
                attendance.evidenceSha256());
            report(handle, recorder, person, course.code());
            certification.issueIfComplete(handle, recorder, person);
          }
          return minutes;
        });
  }

  /** The same list does not count twice for the same course. */
  private static void requireNotCounted(Handle handle, String person, Attendance attendance) {
    boolean counted =
        handle
            .createQuery(
                "select exists (select 1 from training_session where person_id = ?"
                    + " and course = ? and evidence_sha256 = ?)")
            .bind(0, person)
            .bind(1, attendance.course())
            .bind(2, attendance.evidenceSha256())
            .mapTo(Boolean.class)
            .one();
    if (counted) {
      throw new ProblemException(ProblemCode.CONFLICT, "This list was recorded already.");
    }
  }

  private static @Nullable Opened findOpen(Handle handle, String person) {
    return handle
        .createQuery(
            "select id, course, started_at from training_session"
                + " where person_id = ? and ended_at is null")
        .bind(0, person)
        .mapTo(Opened.class)
        .findOne()
        .orElse(null);
  }

  private void insert(
      Handle handle,
      Actor recorder,
      UUID id,
      String person,
      String course,
      String form,
      LocalDate heldOn,
      int minutes,
      @Nullable String evidence) {
    Instant now = clock.instant();
    handle
        .createUpdate(INSERT)
        .bind(0, recorder.controller())
        .bind(1, id)
        .bind(2, person)
        .bind(3, course)
        .bind(4, form)
        .bind(5, heldOn)
        .bind(6, now)
        .bindByType(7, evidence == null ? null : now, Instant.class)
        .bind(8, minutes)
        .bind(9, evidence)
        .bind(10, recorder.id())
        .execute();
  }

  private void report(Handle handle, Actor recorder, String person, String course) {
    audit.record(
        handle,
        AuditEvents.of(recorder, "training.attended", clock)
            .resource("course", course)
            .concerns("employee:" + person)
            .build());
  }
}
