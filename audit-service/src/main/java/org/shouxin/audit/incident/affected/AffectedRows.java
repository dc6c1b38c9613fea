package org.shouxin.audit.incident.affected;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/** Statements about computed lists. */
@Singleton
class AffectedRows {
  private static final String INSERT =
      "insert into incident_affected (controller_id, incident_id, version, exposures, log_size,"
          + " persons, fields, digest, computed_at, computed_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String INSERT_PERSON =
      "insert into incident_person (controller_id, incident_id, version, subject_ref, fields)"
          + " values (?, ?, ?, ?, ?)";
  private static final String LIST =
      "select version, log_size, persons, fields, digest, computed_at, computed_by"
          + " from incident_affected where incident_id = ?";

  List<AffectedList> list(Handle handle, UUID incident) {
    return handle
        .createQuery(LIST + " order by version")
        .bind(0, incident)
        .mapTo(AffectedList.class)
        .list();
  }

  Optional<AffectedList> find(Handle handle, UUID incident, int version) {
    return handle
        .createQuery(LIST + " and version = ?")
        .bind(0, incident)
        .bind(1, version)
        .mapTo(AffectedList.class)
        .findOne();
  }

  Optional<String> exposures(Handle handle, UUID incident, int version) {
    return handle
        .createQuery(
            "select exposures from incident_affected where incident_id = ? and version = ?")
        .bind(0, incident)
        .bind(1, version)
        .mapTo(String.class)
        .findOne();
  }

  List<AffectedList.Person> persons(
      Handle handle, UUID incident, int version, @Nullable UUID after, int limit) {
    return handle
        .createQuery(
            "select subject_ref, fields from incident_person where incident_id = ? and version = ?"
                + " and (cast(? as uuid) is null or subject_ref > ?) order by subject_ref limit ?")
        .bind(0, incident)
        .bind(1, version)
        .bind(2, after)
        .bind(3, after)
        .bind(4, limit)
        .mapTo(AffectedList.Person.class)
        .list();
  }

  void insert(
      Handle handle,
      ControllerId controller,
      UUID incident,
      AffectedList list,
      String exposures,
      SortedMap<String, SortedSet<String>> persons) {
    handle.execute(
        INSERT,
        controller,
        incident,
        list.version(),
        exposures,
        list.logSize(),
        list.persons(),
        list.fields().toArray(String[]::new),
        list.digest(),
        list.computedAt(),
        list.computedBy());
    if (persons.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(INSERT_PERSON);
    for (Map.Entry<String, SortedSet<String>> person : persons.entrySet()) {
      batch.add(
          controller,
          incident,
          list.version(),
          UUID.fromString(person.getKey()),
          person.getValue().toArray(String[]::new));
    }
    batch.execute();
  }
}
