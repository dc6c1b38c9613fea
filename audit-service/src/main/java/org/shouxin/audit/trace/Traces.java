package org.shouxin.audit.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.RoaringBitmap;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Runs and keeps traces (R-AU-04). */
@Singleton
class Traces {
  private static final int MOST_SUSPECTS = 50;
  private static final String INSERT =
      "insert into leak_trace (controller_id, id, requested_by, requested_at, leaked_before, sample,"
          + " matched, population, suspects, shared_people, evidence, known_fields)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String GET =
      "select id, leaked_before, sample, matched, population, suspects, shared_people, evidence,"
          + " known_fields from leak_trace where id = ?";

  /** A stored trace. */
  public record Row(
      UUID id,
      Instant leakedBefore,
      int sample,
      int matched,
      int population,
      String suspects,
      String sharedPeople,
      String evidence,
      String knownFields) {}

  private final Database database;
  private final TraceIndex index;
  private final ReadRows rows;
  private final ClueRows clues;
  private final EvidenceRows evidence;
  private final OwnEvents events;
  private final ObjectMapper json;
  private final Clock clock;

  @Inject
  Traces(
      Database database,
      TraceIndex index,
      ReadRows rows,
      ClueRows clues,
      EvidenceRows evidence,
      OwnEvents events,
      ObjectMapper json,
      Clock clock) {
    this.database = database;
    this.index = index;
    this.rows = rows;
    this.clues = clues;
    this.evidence = evidence;
    this.events = events;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Ranks, among employees and partners, who read the leaked people before the time. The log tells
   * who asked and about how many, never about whom.
   */
  LeakTrace run(Actor actor, LeakedPeople leaked, Leak leak) {
    index.catchUp();
    return database.write(
        actor.controller(),
        handle -> {
          LeakTrace trace = rank(handle, actor, leaked, leak);
          store(handle, actor, trace);
          events.record(handle, ran(actor, trace));
          return trace;
        });
  }

  /**
   * A trace that was run.
   *
   * @throws ProblemException {@code TRACE_NOT_FOUND}
   */
  LeakTrace get(Actor actor, UUID id) {
    return database.read(
        actor.controller(),
        handle ->
            handle
                .createQuery(GET)
                .bind(0, id)
                .mapTo(Row.class)
                .findOne()
                .map(this::read)
                .orElseThrow(() -> new ProblemException(ProblemCode.TRACE_NOT_FOUND)));
  }

  private LeakTrace rank(Handle handle, Actor asking, LeakedPeople leaked, Leak leak) {
    RoaringBitmap sample = rows.numbers(handle, leaked);
    int population = rows.population(handle);
    Ranking ranking =
        LeakModel.rank(
            sample,
            population,
            index.readsBefore(handle, leak.before(), leak.fields()),
            clues.find(handle, asking, sample, leak.markedExports()),
            MOST_SUSPECTS);
    return new LeakTrace(
        Ids.next(),
        leak.before(),
        List.copyOf(leak.fields()),
        leaked.size(),
        sample.getCardinality(),
        population,
        ranking.suspects(),
        ranking.overlaps(),
        evidence.find(handle, asking.controller(), ranking, leak.before()));
  }

  private AuditEvent ran(Actor actor, LeakTrace trace) {
    return AuditEvents.of(actor, "trace.run", clock)
        .resource("leak-trace", trace.id().toString())
        .count(trace.sample())
        .build();
  }

  private void store(Handle handle, Actor actor, LeakTrace trace) {
    try {
      handle.execute(
          INSERT,
          actor.controller(),
          trace.id(),
          actor.id(),
          clock.instant(),
          trace.leakedBefore(),
          trace.sample(),
          trace.matched(),
          trace.population(),
          json.writeValueAsString(trace.suspects()),
          json.writeValueAsString(trace.overlaps()),
          json.writeValueAsString(trace.evidence()),
          String.join(",", trace.knownFields()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("suspects cannot be written as JSON", impossible);
    }
  }

  private LeakTrace read(Row row) {
    try {
      return new LeakTrace(
          row.id(),
          row.leakedBefore(),
          row.knownFields().isEmpty() ? List.of() : List.of(row.knownFields().split(",", -1)),
          row.sample(),
          row.matched(),
          row.population(),
          json.readValue(row.suspects(), new TypeReference<List<Suspect>>() {}),
          json.readValue(row.sharedPeople(), new TypeReference<List<Overlap>>() {}),
          json.readValue(row.evidence(), new TypeReference<List<Evidence>>() {}));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored trace cannot be read", impossible);
    }
  }
}
