package org.shouxin.audit.incident;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.audit.incident.affected.AffectedList;
import org.shouxin.audit.incident.affected.AffectedPersons;
import org.shouxin.audit.incident.affected.Exposure;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** The lists of affected persons of an incident: computed, computed again, frozen, read. */
@Singleton
class IncidentPersons {
  private final Database database;
  private final IncidentFile file;
  private final AffectedPersons affected;
  private final OwnEvents audit;

  @Inject
  IncidentPersons(Database database, IncidentFile file, AffectedPersons affected, OwnEvents audit) {
    this.database = database;
    this.file = file;
    this.affected = affected;
    this.audit = audit;
  }

  /** Computes the next version of the list from the log. */
  IncidentView compute(Actor actor, UUID id, List<Exposure> exposures) {
    exposures.forEach(exposure -> {
      if (!exposure.from().isBefore(exposure.until())) {
        throw new ProblemException(ProblemCode.REQUEST_INVALID, "from is not before until");
      }
    });
    return file.work(
        actor,
        id,
        (handle, course) -> {
          requireNotOver(course);
          AffectedList list = affected.compute(handle, actor, id, exposures);
          audit.record(
              handle,
              file.event(actor, "incident.affected.computed", course.incident())
                  .count(list.persons())
                  .change(null, list.digest())
                  .build());
        });
  }

  /** Computes a version's question again over the log as it is now, and shows what differs. */
  AffectedList.Difference recompute(Actor actor, UUID id, int version) {
    return database.write(
        actor.controller(),
        handle -> {
          Course course = file.course(handle, id);
          requireNotOver(course);
          AffectedList.Difference difference = affected.recompute(handle, actor, id, version);
          audit.record(
              handle,
              file.event(actor, "incident.affected.computed", course.incident())
                  .count(difference.added().size() + difference.gone().size())
                  .reason(difference.same() ? "SAME" : "DIFFERENT")
                  .build());
          return difference;
        });
  }

  /** Makes a version the one that notices go to. */
  IncidentView freeze(Actor actor, UUID id, int version) {
    return file.work(
        actor,
        id,
        (handle, course) -> {
          AffectedList list = affected.get(handle, id, version);
          file.take(
              handle,
              actor,
              course,
              StepKind.AFFECTED_FROZEN,
              Map.of("version", version, "digest", list.digest()),
              (long) list.persons());
        });
  }

  /** Persons of a version, after its read was recorded (promise 1). */
  List<AffectedList.Person> read(
      Actor actor, UUID id, int version, @Nullable UUID after, int limit) {
    return database.write(
        actor.controller(),
        handle -> {
          Course course = file.course(handle, id);
          affected.get(handle, id, version);
          List<AffectedList.Person> persons = affected.persons(handle, id, version, after, limit);
          audit.record(
              handle,
              file.event(actor, "incident.affected.read", course.incident())
                  .count(persons.size())
                  .build());
          return persons;
        });
  }

  private static void requireNotOver(Course course) {
    if (course.state() instanceof IncidentState.Closed) {
      throw new ProblemException(ProblemCode.INCIDENT_STATE_CONFLICT);
    }
  }
}
