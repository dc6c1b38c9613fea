package org.shouxin.audit.incident;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.incident.affected.AffectedList;
import org.shouxin.audit.incident.affected.AffectedPersons;
import org.shouxin.audit.incident.duty.IncidentClocks;
import org.shouxin.audit.incident.duty.Starter;
import org.shouxin.audit.incident.notice.IncidentNotices;
import org.shouxin.audit.incident.notice.NoticeItem;
import org.shouxin.audit.incident.notice.NoticeText;
import org.shouxin.audit.incident.notice.Progress;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Telling the affected persons, or deciding with four eyes that they need not be told. */
@Singleton
class IncidentNotification {
  private final IncidentFile file;
  private final AffectedPersons affected;
  private final IncidentNotices notices;
  private final IncidentClocks clocks;

  @Inject
  IncidentNotification(
      IncidentFile file, AffectedPersons affected, IncidentNotices notices, IncidentClocks clocks) {
    this.file = file;
    this.affected = affected;
    this.notices = notices;
    this.clocks = clocks;
  }

  /**
   * Issues a notice to everybody of the frozen list; that is the decision to notify.
   *
   * @throws ProblemException {@code INCIDENT_NOTICE_INCOMPLETE} naming the missing items; {@code
   *     INCIDENT_LIST_NOT_FROZEN}
   */
  IncidentView issue(Actor actor, UUID id, Map<String, Map<NoticeItem, String>> items) {
    NoticeText text = NoticeText.write(items);
    return file.work(
        actor,
        id,
        (handle, course) -> {
          List<UUID> persons = frozen(handle, course);
          int version = notices.issue(handle, actor, id, text, persons, course.incident().drill());
          file.take(
              handle,
              actor,
              course,
              StepKind.NOTICE_DECIDED,
              Map.of("version", version, "sha256", text.sha256()),
              (long) persons.size());
          clocks.stop(handle, course.owed(), "K-14-DECIDE");
          clocks.start(handle, course.owed(), Starter.DECIDED);
        });
  }

  /**
   * Proposes not to notify persons one by one, since harm was effectively avoided (PIPL 57).
   *
   * @throws ProblemException {@code INCIDENT_MINORS_NOTICE} when minors are affected; {@code
   *     REASON_TOO_SHORT}
   */
  IncidentView proposeNoNotice(Actor actor, UUID id, String reason) {
    return file.work(
        actor,
        id,
        (handle, course) -> {
          if (course.minors()) {
            throw new ProblemException(ProblemCode.INCIDENT_MINORS_NOTICE);
          }
          if (course.noticeDecision() != Course.NoticeDecision.UNDECIDED) {
            throw new ProblemException(ProblemCode.INCIDENT_STATE_CONFLICT);
          }
          Map<String, Object> detail = Map.of("reason", IncidentFile.reason(reason));
          file.take(handle, actor, course, StepKind.NO_NOTICE_PROPOSED, detail, null);
        });
  }

  /**
   * Approves the proposal, by another compliance officer than the one who made it.
   *
   * @throws ProblemException {@code SELF_APPROVAL}
   */
  IncidentView approveNoNotice(Actor actor, UUID id) {
    return file.work(
        actor,
        id,
        (handle, course) -> {
          if (course.noticeDecision() != Course.NoticeDecision.NO_NOTICE_PROPOSED
              || course.minors()) {
            throw new ProblemException(ProblemCode.INCIDENT_STATE_CONFLICT);
          }
          if (course
              .last(StepKind.NO_NOTICE_PROPOSED)
              .orElseThrow()
              .employeeNo()
              .equals(actor.id())) {
            throw new ProblemException(ProblemCode.SELF_APPROVAL);
          }
          file.take(
              handle, actor, course, StepKind.NO_NOTICE_APPROVED, IncidentFile.nothing(), null);
          clocks.stop(handle, course.owed(), "K-14-DECIDE");
        });
  }

  /** Decides what stands in for notices that reached nobody: announcement, letter or phone. */
  IncidentView decideUndelivered(Actor actor, UUID id, String substitute, String reason) {
    return file.work(
        actor,
        id,
        (handle, course) -> {
          Map<String, Object> detail =
              Map.of("substitute", substitute, "reason", IncidentFile.reason(reason));
          long undelivered =
              notices.progress(handle, id).map(Progress::undelivered).orElse(0).longValue();
          file.take(handle, actor, course, StepKind.UNDELIVERED_DECIDED, detail, undelivered);
        });
  }

  /**
   * Says that everybody is notified, or need not be.
   *
   * @throws ProblemException {@code INCIDENT_NOT_CLOSABLE} naming what is still open
   */
  IncidentView settle(Actor actor, UUID id) {
    return file.work(
        actor,
        id,
        (handle, course) -> {
          Openness.requireNone(
              Openness.ofNotices(course, notices.progress(handle, id).orElse(null)));
          file.take(handle, actor, course, StepKind.NOTIFIED, IncidentFile.nothing(), null);
          clocks.stop(handle, course.owed(), "K-14-SEND");
          clocks.stop(handle, course.owed(), "K-15-GUARDIANS");
        });
  }

  private List<UUID> frozen(Handle handle, Course course) {
    Integer version = course.frozenVersion();
    if (version == null) {
      throw new ProblemException(ProblemCode.INCIDENT_LIST_NOT_FROZEN);
    }
    return affected
        .persons(handle, course.incident().id(), version, null, Integer.MAX_VALUE)
        .stream()
        .map(AffectedList.Person::subjectRef)
        .toList();
  }
}
