package org.shouxin.records.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/** Transfers, their stages and their evidence in PostgreSQL: inserts only. */
@ApplicationScoped
class TransferRows {
  private static final String COLUMNS =
      "select id, controller_id, deal_type, to_controller_id, to_controller_name,"
          + " to_controller_contact, cut_over_on, scope, opened_by, opened_at from transfer";

  /** A transfer as opened. */
  public record Opened(
      UUID id,
      ControllerId controllerId,
      DealType dealType,
      String toControllerId,
      String toControllerName,
      String toControllerContact,
      LocalDate cutOverOn,
      String scope,
      String openedBy,
      Instant openedAt) {}

  /** Evidence for a gate. */
  public record Evidence(Gate gate, String recordedBy) {}

  void insert(Handle handle, Opened row) {
    handle.execute(
        "insert into transfer (controller_id, id, deal_type, to_controller_id, to_controller_name,"
            + " to_controller_contact, cut_over_on, scope, opened_by, opened_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.controllerId(),
        row.id(),
        row.dealType().name(),
        row.toControllerId(),
        row.toControllerName(),
        row.toControllerContact(),
        row.cutOverOn(),
        row.scope(),
        row.openedBy(),
        row.openedAt());
  }

  Optional<Opened> find(Handle handle, UUID id) {
    return handle.createQuery(COLUMNS + " where id = ?").bind(0, id).mapTo(Opened.class).findOne();
  }

  /** Whoever changes a transfer waits here for whoever else does. */
  void lock(Handle handle, UUID id) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 3))")
        .bind(0, id.toString())
        .mapToMap()
        .one();
  }

  DealDuty duty(Handle handle, DealType type, LocalDate day) {
    return handle
        .createQuery(
            "select deal_type, notice_required, consent, objection_days from deal_duty where"
                + " deal_type = ? and effective_from <= ? order by effective_from desc limit 1")
        .bind(0, type.name())
        .bind(1, day)
        .mapTo(DealDuty.class)
        .one();
  }

  Stage stage(Handle handle, UUID id) {
    return Stage.of(
        handle
            .createQuery(
                "select stage from transfer_stage where transfer_id = ? order by sequence desc"
                    + " limit 1")
            .bind(0, id)
            .mapTo(String.class)
            .one());
  }

  /** When a stage was entered, if it was. */
  Optional<Instant> enteredAt(Handle handle, UUID id, Stage stage) {
    return handle
        .createQuery("select entered_at from transfer_stage where transfer_id = ? and stage = ?")
        .bind(0, id)
        .bind(1, stage.label())
        .mapTo(Instant.class)
        .findOne();
  }

  /** When the seller's keys were rotated after the cut-over; its first key is no rotation. */
  Optional<Instant> keysRotatedAt(Handle handle, UUID id) {
    return handle
        .createQuery(
            "select r.noted_at from key_rotation r join transfer_stage s on s.transfer_id = ?"
                + " and s.stage = ? and s.entered_at < r.noted_at where exists (select 1 from"
                + " key_rotation e where e.noted_at < r.noted_at) order by r.noted_at limit 1")
        .bind(0, id)
        .bind(1, new Stage.CutOver().label())
        .mapTo(Instant.class)
        .findOne();
  }

  void enter(
      Handle handle, ControllerId controller, UUID id, Stage stage, Instant at, String employee) {
    handle.execute(
        "insert into transfer_stage (controller_id, transfer_id, sequence, stage, entered_at,"
            + " entered_by) values (?, ?, ?, ?, ?, ?)",
        controller,
        id,
        Stage.ORDER.indexOf(stage) + 1,
        stage.label(),
        at,
        employee);
  }

  /** Adds evidence; false when this person has recorded this gate already. */
  boolean record(
      Handle handle,
      ControllerId controller,
      UUID transfer,
      UUID id,
      Gate gate,
      String reference,
      String employee,
      Instant at) {
    return handle.execute(
            "insert into transfer_evidence (controller_id, transfer_id, id, gate, reference,"
                + " recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?)"
                + " on conflict on constraint transfer_evidence_one_each do nothing",
            controller,
            transfer,
            id,
            gate.name(),
            reference,
            employee,
            at)
        == 1;
  }

  Map<Gate, Set<String>> evidence(Handle handle, UUID transfer) {
    Map<Gate, Set<String>> evidence = new EnumMap<>(Gate.class);
    handle
        .createQuery("select gate, recorded_by from transfer_evidence where transfer_id = ?")
        .bind(0, transfer)
        .mapTo(Evidence.class)
        .forEach(row ->
            evidence.computeIfAbsent(row.gate(), _ -> new HashSet<>()).add(row.recordedBy()));
    return evidence;
  }

  /** What was noted first for a gate. */
  Optional<String> reference(Handle handle, UUID transfer, Gate gate) {
    return handle
        .createQuery(
            "select reference from transfer_evidence where transfer_id = ? and gate = ?"
                + " order by recorded_at, id limit 1")
        .bind(0, transfer)
        .bind(1, gate.name())
        .mapTo(String.class)
        .findOne();
  }

  void publish(
      Handle handle,
      ControllerId controller,
      UUID transfer,
      String language,
      TransferNotice.Text text,
      String employee,
      Instant at) {
    handle.execute(
        "insert into transfer_notice (controller_id, transfer_id, language, body, sha256,"
            + " published_by, published_at) values (?, ?, ?, ?, ?, ?, ?)",
        controller,
        transfer,
        language,
        text.body(),
        text.sha256(),
        employee,
        at);
  }

  Set<String> noticeLanguages(Handle handle, UUID transfer) {
    return handle
        .createQuery("select language from transfer_notice where transfer_id = ?")
        .bind(0, transfer)
        .mapTo(String.class)
        .set();
  }

  @Nullable String notice(Handle handle, UUID transfer, String language) {
    return handle
        .createQuery("select body from transfer_notice where transfer_id = ? and language = ?")
        .bind(0, transfer)
        .bind(1, language)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  List<Opened> list(Handle handle) {
    return handle.createQuery(COLUMNS + " order by id desc limit 50").mapTo(Opened.class).list();
  }
}
