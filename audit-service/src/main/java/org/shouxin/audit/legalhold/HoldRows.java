package org.shouxin.audit.legalhold;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/** Holds and their steps in PostgreSQL: inserts only. */
@Singleton
class HoldRows {
  private static final String COLUMNS =
      "select id, scope, subject_ref, record_ref, insurer, branch, ended_from, ended_until, reason,"
          + " placed_by, placed_at from legal_hold";
  private static final String INSERT =
      "insert into legal_hold (controller_id, id, scope, subject_ref, record_ref, insurer, branch,"
          + " ended_from, ended_until, reason, placed_by, placed_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String COVERED =
      "select count(distinct (subject_ref, store, record_ref)) from held_item where hold_id = ?";

  /** A hold as placed. */
  public record Row(
      UUID id,
      HoldScope.Kind scope,
      @Nullable String subjectRef,
      @Nullable String recordRef,
      @Nullable String insurer,
      @Nullable String branch,
      @Nullable LocalDate endedFrom,
      @Nullable LocalDate endedUntil,
      String reason,
      String placedBy,
      Instant placedAt) {}

  void insert(Handle handle, ControllerId controller, Row row) {
    handle
        .createUpdate(INSERT)
        .bind(0, controller)
        .bind(1, row.id())
        .bind(2, row.scope().name())
        .bind(3, row.subjectRef())
        .bind(4, row.recordRef())
        .bind(5, row.insurer())
        .bind(6, row.branch())
        .bind(7, row.endedFrom())
        .bind(8, row.endedUntil())
        .bind(9, row.reason())
        .bind(10, row.placedBy())
        .bind(11, row.placedAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Locks a hold, so that two people's steps have an order. */
  Optional<Row> lock(Handle handle, UUID id) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 8))::text")
        .bind(0, id.toString())
        .mapTo(String.class)
        .one();
    return handle.createQuery(COLUMNS + " where id = ?").bind(0, id).mapTo(Row.class).findOne();
  }

  List<Row> newest(Handle handle, int most) {
    return handle
        .createQuery(COLUMNS + " order by placed_at desc, id desc limit ?")
        .bind(0, most)
        .mapTo(Row.class)
        .list();
  }

  List<HoldStep> steps(Handle handle, UUID id) {
    return handle
        .createQuery(
            "select kind, employee_no, reason, at from legal_hold_step where hold_id = ?"
                + " order by sequence")
        .bind(0, id)
        .mapTo(HoldStep.class)
        .list();
  }

  void append(Handle handle, ControllerId controller, UUID id, int sequence, HoldStep step) {
    handle.execute(
        "insert into legal_hold_step (controller_id, hold_id, sequence, kind, employee_no, reason, at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        controller,
        id,
        sequence,
        step.kind().name(),
        step.employeeNo(),
        step.reason(),
        step.at().atOffset(ZoneOffset.UTC));
  }

  /** Records that the hold covers now; none while it is not in force. */
  long covered(Handle handle, UUID id) {
    return handle.createQuery(COVERED).bind(0, id).mapTo(Long.class).one();
  }
}
