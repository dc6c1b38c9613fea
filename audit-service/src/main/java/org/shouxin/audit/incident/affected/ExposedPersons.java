package org.shouxin.audit.incident.affected;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.checkpoint.SignedEntries;
import org.shouxin.platform.identity.ControllerId;

/**
 * Reads from signed entries who was exposed: a person is affected when an entry says that a leaked
 * field of hers was shown or given. A refusal exposes nobody, and neither does a read without
 * fields. Times are compared in microseconds, as the index keeps them.
 */
@Singleton
class ExposedPersons {
  private static final String SHOWN =
      "select e.log_index, e.subject_ref, l.entry from audit_event e"
          + " join log_entry l on l.log_index = e.log_index"
          + " where e.controller_id = ? and e.actor_id = ? and e.actor_kind = ?"
          + " and e.occurred_at >= ? and e.occurred_at < ? and e.log_index < ?"
          + " and e.type in ('record.read', 'data.provided', 'data.exported')"
          + " and e.subject_ref is not null and coalesce(e.permitted, true)";

  /** An entry that shows a person's fields to an actor. */
  public record Shown(long logIndex, UUID subjectRef, String entry) {}

  private final SignedEntries signed;
  private final ObjectMapper json;

  @Inject
  ExposedPersons(SignedEntries signed, ObjectMapper json) {
    this.signed = signed;
    this.json = json;
  }

  /** Persons with their exposed fields, sorted as the digest needs them. */
  SortedMap<String, SortedSet<String>> of(
      Handle handle, ControllerId controller, List<Exposure> exposures, long logSize) {
    SortedMap<String, SortedSet<String>> persons = new TreeMap<>();
    for (Exposure exposure : exposures) {
      handle
          .createQuery(SHOWN)
          .bind(0, controller)
          .bind(1, exposure.actorId())
          .bind(2, exposure.actorKind())
          .bind(3, exposure.from().truncatedTo(ChronoUnit.MICROS))
          .bind(4, exposure.until().truncatedTo(ChronoUnit.MICROS))
          .bind(5, logSize)
          .mapTo(Shown.class)
          .forEach(shown -> {
            Set<String> fields = fieldsOf(shown);
            if (!exposure.fields().isEmpty()) {
              fields.retainAll(exposure.fields());
            }
            if (!fields.isEmpty()) {
              persons
                  .computeIfAbsent(shown.subjectRef().toString(), _ -> new TreeSet<>())
                  .addAll(fields);
            }
          });
    }
    return persons;
  }

  private Set<String> fieldsOf(Shown shown) {
    try {
      JsonNode entry = json.readTree(signed.require(shown.logIndex(), shown.entry()));
      if (!shown.subjectRef().toString().equals(entry.path("subjectRef").textValue())) {
        throw signed.alarm("the index row of entry " + shown.logIndex() + " names another person");
      }
      Set<String> fields = new HashSet<>();
      entry.path("resource").path("fields").forEach(name -> fields.add(name.asText()));
      return fields;
    } catch (JsonProcessingException unreadable) {
      throw signed.alarm("entry " + shown.logIndex() + " is not JSON");
    }
  }
}
