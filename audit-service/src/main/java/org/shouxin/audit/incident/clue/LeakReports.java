package org.shouxin.audit.incident.clue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Receives reports of a leak. The case, its clue and the event {@code leak.reported} are one
 * commit, so the clue is there as soon as the reporter has the receipt (R-AU-04: within a minute).
 */
@Singleton
public class LeakReports {
  private static final String INSERT =
      "insert into leak_report (controller_id, id, reporter_kind, reporter_id, subject_ref, text_id,"
          + " known_fields, contacted_at, received_at, clues) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String COLUMNS =
      "select id, reporter_kind, reporter_id, subject_ref, text_id, known_fields, contacted_at,"
          + " received_at, clues from leak_report";

  /** A stored report. */
  public record Row(
      UUID id,
      String reporterKind,
      String reporterId,
      @Nullable UUID subjectRef,
      @Nullable UUID textId,
      List<String> knownFields,
      Instant contactedAt,
      Instant receivedAt,
      String clues) {}

  private final Database database;
  private final HeldFields held;
  private final OwnEvents audit;
  private final ObjectMapper json;
  private final Clock clock;

  @Inject
  LeakReports(Database database, HeldFields held, OwnEvents audit, ObjectMapper json, Clock clock) {
    this.database = database;
    this.held = held;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Receives a report. A copy with the same sealed text finds the first.
   *
   * @throws ProblemException {@code REQUEST_INVALID} for a time to come
   */
  LeakReport.Receipt file(
      Actor actor,
      @Nullable UUID person,
      @Nullable UUID textId,
      Set<String> known,
      Instant contactedAt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (contactedAt.isAfter(now)) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "contactedAt is still to come");
    }
    UUID subject = actor.kind() == ActorKind.CUSTOMER ? actor.requireCustomer().value() : person;
    UUID id = Ids.next();
    return database.write(
        actor.controller(),
        handle -> {
          LeakReport.Receipt earlier = textId == null ? null : findEarlier(handle, actor, textId);
          if (earlier != null) {
            return earlier;
          }
          List<Clue> clues =
              subject == null
                  ? List.of()
                  : held.before(handle, actor.controller(), subject, known, contactedAt);
          handle.execute(
              INSERT,
              actor.controller(),
              id,
              actor.kind().label(),
              actor.id(),
              subject,
              textId,
              new TreeSet<>(known).toArray(String[]::new),
              contactedAt,
              now,
              write(clues));
          audit.record(
              handle,
              AuditEvents.of(actor, "leak.reported", clock)
                  .subject(subject == null ? null : new CustomerId(subject))
                  .resource("leak-report", id.toString(), List.copyOf(new TreeSet<>(known)))
                  .count(clues.size())
                  .build());
          return new LeakReport.Receipt(id, now);
        });
  }

  private static LeakReport.@Nullable Receipt findEarlier(Handle handle, Actor actor, UUID textId) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 1))")
        .bind(0, textId.toString())
        .mapToMap()
        .one();
    return handle
        .createQuery(
            "select id, received_at from leak_report where text_id = ? and reporter_id = ?")
        .bind(0, textId)
        .bind(1, actor.id())
        .map((row, context) ->
            new LeakReport.Receipt(
                row.getObject("id", UUID.class), row.getTimestamp("received_at").toInstant()))
        .findOne()
        .orElse(null);
  }

  /** The 100 newest reports of the caller's controller. */
  List<LeakReport> list(Actor actor) {
    return database.read(
        actor.controller(),
        handle ->
            handle
                .createQuery(COLUMNS + " order by received_at desc, id desc limit 100")
                .mapTo(Row.class)
                .stream()
                .map(this::read)
                .toList());
  }

  /**
   * A report.
   *
   * @throws ProblemException {@code LEAK_REPORT_NOT_FOUND}
   */
  LeakReport get(Actor actor, UUID id) {
    return database.read(
        actor.controller(),
        handle ->
            handle
                .createQuery(COLUMNS + " where id = ?")
                .bind(0, id)
                .mapTo(Row.class)
                .findOne()
                .map(this::read)
                .orElseThrow(() -> new ProblemException(ProblemCode.LEAK_REPORT_NOT_FOUND)));
  }

  /** Whether there is such a report at the transaction's controller. */
  public boolean exists(Handle handle, UUID id) {
    return handle
        .createQuery("select exists(select 1 from leak_report where id = ?)")
        .bind(0, id)
        .mapTo(Boolean.class)
        .one();
  }

  private String write(List<Clue> clues) {
    try {
      return json.writeValueAsString(clues);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a clue cannot be written as JSON", impossible);
    }
  }

  private LeakReport read(Row row) {
    try {
      return new LeakReport(
          row.id(),
          row.reporterKind(),
          row.reporterId(),
          row.subjectRef(),
          row.textId(),
          row.knownFields(),
          row.contactedAt(),
          row.receivedAt(),
          json.readValue(row.clues(), new TypeReference<List<Clue>>() {}));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored clue cannot be read", impossible);
    }
  }
}
