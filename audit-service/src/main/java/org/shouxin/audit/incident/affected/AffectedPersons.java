package org.shouxin.audit.incident.affected;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Computes and keeps the lists of affected persons. A list never changes; another computation is
 * another version, and what differs is shown.
 */
@Singleton
public class AffectedPersons {
  private static final String LOG_SIZE = "select size from log_head";

  private final ExposedPersons exposed;
  private final AffectedRows rows;
  private final ObjectMapper json;
  private final Clock clock;

  @Inject
  AffectedPersons(ExposedPersons exposed, AffectedRows rows, ObjectMapper json, Clock clock) {
    this.exposed = exposed;
    this.rows = rows;
    this.json = json;
    this.clock = clock;
  }

  /** Computes the next version over the log as it is now. */
  public AffectedList compute(Handle handle, Actor actor, UUID incident, List<Exposure> exposures) {
    long size = handle.createQuery(LOG_SIZE).mapTo(Long.class).one();
    SortedMap<String, SortedSet<String>> persons =
        exposed.of(handle, actor.controller(), exposures, size);
    SortedSet<String> fields = new TreeSet<>();
    persons.values().forEach(fields::addAll);
    AffectedList list =
        new AffectedList(
            rows.list(handle, incident).size() + 1,
            size,
            persons.size(),
            List.copyOf(fields),
            digest(persons),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            actor.id());
    rows.insert(handle, actor.controller(), incident, list, write(exposures), persons);
    return list;
  }

  /** Asks the log again what a version asked, keeps the answer, and shows what differs. */
  public AffectedList.Difference recompute(Handle handle, Actor actor, UUID incident, int version) {
    String asked =
        rows.exposures(handle, incident, version)
            .orElseThrow(() -> new ProblemException(ProblemCode.INCIDENT_LIST_UNKNOWN));
    AffectedList again = compute(handle, actor, incident, read(asked));
    Map<UUID, List<String>> before = all(handle, incident, version);
    Map<UUID, List<String>> now = all(handle, incident, again.version());
    List<UUID> added = now.keySet().stream().filter(id -> !before.containsKey(id)).toList();
    List<UUID> gone = before.keySet().stream().filter(id -> !now.containsKey(id)).toList();
    List<UUID> other =
        now.entrySet().stream()
            .filter(person -> before.containsKey(person.getKey()))
            .filter(person -> !person.getValue().equals(before.get(person.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    boolean same = added.isEmpty() && gone.isEmpty() && other.isEmpty();
    return new AffectedList.Difference(version, again.version(), same, added, gone, other);
  }

  /**
   * A version of an incident's list.
   *
   * @throws ProblemException {@code INCIDENT_LIST_UNKNOWN}
   */
  public AffectedList get(Handle handle, UUID incident, int version) {
    return rows.find(handle, incident, version)
        .orElseThrow(() -> new ProblemException(ProblemCode.INCIDENT_LIST_UNKNOWN));
  }

  /** Every version, oldest first. */
  public List<AffectedList> list(Handle handle, UUID incident) {
    return rows.list(handle, incident);
  }

  /** Persons of a version by id, those after {@code after}. */
  public List<AffectedList.Person> persons(
      Handle handle, UUID incident, int version, @Nullable UUID after, int limit) {
    return rows.persons(handle, incident, version, after, limit);
  }

  private Map<UUID, List<String>> all(Handle handle, UUID incident, int version) {
    Map<UUID, List<String>> persons = new TreeMap<>();
    rows.persons(handle, incident, version, null, Integer.MAX_VALUE)
        .forEach(person -> persons.put(person.subjectRef(), person.fields()));
    return persons;
  }

  private static String digest(SortedMap<String, SortedSet<String>> persons) {
    List<String> lines = new ArrayList<>();
    persons.forEach((person, fields) -> lines.add(person + " " + String.join(",", fields) + "\n"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("", lines).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String write(List<Exposure> exposures) {
    try {
      return json.writeValueAsString(exposures);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("exposures cannot be written as JSON", impossible);
    }
  }

  private List<Exposure> read(String exposures) {
    try {
      return json.readValue(exposures, new TypeReference<List<Exposure>>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("stored exposures cannot be read", impossible);
    }
  }
}
