package org.shouxin.audit.incident.clue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.checkpoint.SignedEntries;
import org.shouxin.platform.identity.ControllerId;

/** Who had seen certain fields of a person before a time, read from signed entries. */
@Singleton
class HeldFields {
  private static final int MOST_EVIDENCE = 20;
  private static final String READS =
      "select e.log_index, e.actor_kind, e.actor_id, e.occurred_at, l.entry from audit_event e"
          + " join log_entry l on l.log_index = e.log_index"
          + " where e.controller_id = ? and e.subject_ref = ? and e.occurred_at < ?"
          + " and e.type in ('record.read', 'data.provided') and e.actor_kind <> 'customer'"
          + " order by e.occurred_at desc, e.log_index desc limit 5000";

  /** One access. */
  public record Read(
      long logIndex, String actorKind, String actorId, Instant occurredAt, String entry) {}

  private final SignedEntries signed;
  private final ObjectMapper json;

  @Inject
  HeldFields(SignedEntries signed, ObjectMapper json) {
    this.signed = signed;
    this.json = json;
  }

  /** The clue: actors who saw any of the fields, those who saw the most of them first. */
  List<Clue> before(
      Handle handle, ControllerId controller, UUID subject, Set<String> known, Instant time) {
    Map<String, Clue> byActor = new LinkedHashMap<>();
    handle
        .createQuery(READS)
        .bind(0, controller)
        .bind(1, subject)
        .bind(2, time)
        .mapTo(Read.class)
        .forEach(read -> {
          Set<String> seen = fieldsOf(read);
          seen.retainAll(known);
          if (!seen.isEmpty()) {
            byActor.merge(
                read.actorKind() + " " + read.actorId(), clueOf(read, seen), HeldFields::join);
          }
        });
    return byActor.values().stream()
        .sorted(
            Comparator.comparingInt((Clue clue) -> clue.fields().size())
                .thenComparing(Clue::lastAt)
                .reversed())
        .toList();
  }

  private Set<String> fieldsOf(Read read) {
    try {
      JsonNode entry = json.readTree(signed.require(read.logIndex(), read.entry()));
      Set<String> fields = new TreeSet<>();
      entry.path("resource").path("fields").forEach(name -> fields.add(name.asText()));
      return fields;
    } catch (JsonProcessingException unreadable) {
      throw signed.alarm("entry " + read.logIndex() + " is not JSON");
    }
  }

  private static Clue clueOf(Read read, Set<String> seen) {
    return new Clue(
        read.actorKind(),
        read.actorId(),
        List.copyOf(seen),
        1,
        read.occurredAt(),
        List.of(read.logIndex()));
  }

  private static Clue join(Clue newer, Clue older) {
    Set<String> fields = new TreeSet<>(newer.fields());
    fields.addAll(older.fields());
    List<Long> evidence = new ArrayList<>(newer.logIndexes());
    evidence.addAll(older.logIndexes());
    return new Clue(
        newer.actorKind(),
        newer.actorId(),
        List.copyOf(fields),
        newer.accesses() + older.accesses(),
        newer.lastAt(),
        List.copyOf(evidence.subList(0, Math.min(MOST_EVIDENCE, evidence.size()))));
  }
}
