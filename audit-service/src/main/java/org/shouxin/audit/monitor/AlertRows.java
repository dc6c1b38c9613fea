package org.shouxin.audit.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.monitor.rule.ActorKey;
import org.shouxin.audit.monitor.rule.Contribution;
import org.shouxin.audit.monitor.rule.Interception;

/** Alerts in the database; every statement runs bound to the alert's controller. */
@Singleton
class AlertRows {
  private static final String INSERT =
      "insert into alert (controller_id, id, actor_kind, actor_id, actor_role, interception, score,"
          + " contributions, rule_version, log_index, raised_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict on constraint alert_once do nothing";
  private static final String DECIDE =
      "update alert set state = ?, decided_by = ?, decided_at = ?, reason = ?"
          + " where id = ? and state = 'OPEN'";
  private static final String LIFT_EARLIER =
      "update alert set state = 'LIFTED', decided_by = ?, decided_at = ?, reason = ?"
          + " where actor_kind = ? and actor_id = ? and id < ? and state = 'OPEN'";
  private static final String PAGE =
      "select * from alert where (cast(:state as text) is null or state = :state)"
          + " and (cast(:after as uuid) is null or id < :after)"
          + " and (actor_kind, actor_id) <> ('employee', :viewer) order by id desc limit :rows";

  /** An alert as stored. */
  public record Row(
      String controllerId,
      UUID id,
      String actorKind,
      String actorId,
      String actorRole,
      String interception,
      double score,
      String contributions,
      String ruleVersion,
      long logIndex,
      Instant raisedAt,
      String state,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String reason) {}

  private final ObjectMapper json;

  @Inject
  AlertRows(ObjectMapper json) {
    this.json = json;
  }

  /** False when this entry had led to an alert already: it is scored again after a crash. */
  boolean insert(Handle handle, Alert alert) {
    return handle.execute(
            INSERT,
            alert.actor().controllerId(),
            alert.id(),
            alert.actor().kind(),
            alert.actor().id(),
            alert.role(),
            alert.interception().label(),
            alert.score(),
            write(alert.contributions()),
            alert.ruleVersion(),
            alert.logIndex(),
            alert.raisedAt())
        == 1;
  }

  Optional<Alert> find(Handle handle, UUID id) {
    return handle
        .createQuery("select * from alert where id = ?")
        .bind(0, id)
        .mapTo(Row.class)
        .findOne()
        .map(this::alert);
  }

  /** Newest first; nobody sees an alert about themselves here. */
  List<Alert> page(
      Handle handle, String viewer, @Nullable String state, @Nullable UUID after, int rows) {
    return handle
        .createQuery(PAGE)
        .bind("state", state)
        .bind("after", after)
        .bind("viewer", viewer)
        .bind("rows", rows)
        .mapTo(Row.class)
        .map(this::alert)
        .list();
  }

  /** Stores a decision; false when somebody decided meanwhile. */
  boolean decide(Handle handle, Alert alert, AlertState decided) {
    return switch (decided) {
      case AlertState.Open() -> throw new IllegalArgumentException("open is no decision");
      case AlertState.Confirmed(String by, Instant at, String reason) ->
          handle.execute(DECIDE, "CONFIRMED", by, at, reason, alert.id()) == 1;
      case AlertState.Lifted(String by, Instant at, String reason) -> {
        handle.execute(
            LIFT_EARLIER, by, at, reason, alert.actor().kind(), alert.actor().id(), alert.id());
        yield handle.execute(DECIDE, "LIFTED", by, at, reason, alert.id()) == 1;
      }
    };
  }

  private Alert alert(Row row) {
    return new Alert(
        row.id(),
        new ActorKey(row.controllerId(), row.actorKind(), row.actorId()),
        row.actorRole(),
        Interception.of(row.interception()),
        row.score(),
        read(row.contributions()),
        row.ruleVersion(),
        row.logIndex(),
        row.raisedAt(),
        state(row));
  }

  private static AlertState state(Row row) {
    if (row.state().equals("OPEN")) {
      return new AlertState.Open();
    }
    String by = Objects.requireNonNull(row.decidedBy());
    Instant at = Objects.requireNonNull(row.decidedAt());
    String reason = Objects.requireNonNull(row.reason());
    return row.state().equals("CONFIRMED")
        ? new AlertState.Confirmed(by, at, reason)
        : new AlertState.Lifted(by, at, reason);
  }

  private String write(List<Contribution> contributions) {
    try {
      return json.writeValueAsString(contributions);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("contributions cannot be written as JSON", impossible);
    }
  }

  private List<Contribution> read(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("stored contributions cannot be read", impossible);
    }
  }
}
