package org.shouxin.audit.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/** Statements about incidents and their steps. */
@Singleton
class IncidentRows {
  private static final String INSERT =
      "insert into incident (controller_id, id, drill, source_kind, source_reference, known_at,"
          + " opened_at, opened_by) values (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String COLUMNS =
      "select controller_id, id, drill, source_kind, source_reference, known_at, opened_at, opened_by"
          + " from incident";
  private static final String APPEND =
      "insert into incident_step (controller_id, incident_id, sequence, kind, at, employee_no, detail)"
          + " select ?, ?, count(*) + 1, ?, ?, ?, ? from incident_step where incident_id = ?";
  private static final String SCORE =
      "insert into drill_score (controller_id, incident_id, score, clocks_met, clocks_breached,"
          + " lessons, scored_at) values (?, ?, ?, ?, ?, ?, ?)";

  /** An incident as opened. */
  public record Row(
      ControllerId controllerId,
      UUID id,
      boolean drill,
      SourceKind sourceKind,
      String sourceReference,
      Instant knownAt,
      Instant openedAt,
      String openedBy) {}

  /** A stored step. */
  public record StepRow(StepKind kind, Instant at, String employeeNo, String detail) {}

  private final ObjectMapper json;

  @Inject
  IncidentRows(ObjectMapper json) {
    this.json = json;
  }

  void insert(Handle handle, Row row) {
    handle.execute(
        INSERT,
        row.controllerId(),
        row.id(),
        row.drill(),
        row.sourceKind().name(),
        row.sourceReference(),
        row.knownAt(),
        row.openedAt(),
        row.openedBy());
  }

  Optional<Row> find(Handle handle, UUID id) {
    return handle.createQuery(COLUMNS + " where id = ?").bind(0, id).mapTo(Row.class).findOne();
  }

  /** Gives the incident's steps an order: held until the transaction ends. */
  void lock(Handle handle, UUID id) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
        .bind(0, "incident " + id)
        .mapTo(String.class)
        .one();
  }

  List<Row> newest(Handle handle, int limit) {
    return handle
        .createQuery(COLUMNS + " order by opened_at desc, id desc limit ?")
        .bind(0, limit)
        .mapTo(Row.class)
        .list();
  }

  void append(Handle handle, Row incident, Step step) {
    handle.execute(
        APPEND,
        incident.controllerId(),
        incident.id(),
        step.kind().name(),
        step.at(),
        step.employeeNo(),
        step.detail().toString(),
        incident.id());
  }

  List<Step> steps(Handle handle, UUID incident) {
    return handle
        .createQuery(
            "select kind, at, employee_no, detail from incident_step where incident_id = ?"
                + " order by sequence")
        .bind(0, incident)
        .mapTo(StepRow.class)
        .stream()
        .map(this::read)
        .toList();
  }

  void score(Handle handle, Row incident, IncidentView.DrillScore score, Instant now) {
    handle.execute(
        SCORE,
        incident.controllerId(),
        incident.id(),
        score.score(),
        score.clocksMet(),
        score.clocksBreached(),
        score.lessons(),
        now);
  }

  IncidentView.@Nullable DrillScore findScore(Handle handle, UUID incident) {
    return handle
        .createQuery(
            "select score, clocks_met, clocks_breached, lessons from drill_score"
                + " where incident_id = ?")
        .bind(0, incident)
        .mapTo(IncidentView.DrillScore.class)
        .findOne()
        .orElse(null);
  }

  boolean alertExists(Handle handle, UUID id) {
    return handle
        .createQuery("select exists(select 1 from alert where id = ?)")
        .bind(0, id)
        .mapTo(Boolean.class)
        .one();
  }

  boolean traceExists(Handle handle, UUID id) {
    return handle
        .createQuery("select exists(select 1 from leak_trace where id = ?)")
        .bind(0, id)
        .mapTo(Boolean.class)
        .one();
  }

  private Step read(StepRow row) {
    try {
      return new Step(row.kind(), row.at(), row.employeeNo(), json.readTree(row.detail()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored step cannot be read", impossible);
    }
  }
}
