package org.shouxin.audit.restore;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.restore.BackupAccess.BackupAccessScope;
import org.shouxin.audit.restore.BackupAccess.BackupAccessStep;
import org.shouxin.audit.restore.BackupAccess.BackupAct;
import org.shouxin.platform.identity.ControllerId;

/** Requests to touch backups, and their steps, in PostgreSQL: inserts only. */
@Singleton
class BackupAccessRows {
  private static final String SELECT =
      "select id, act, records_backup, keys_backup, reason, requested_by, requested_at"
          + " from backup_access";

  /** A request as asked. */
  public record Row(
      UUID id,
      BackupAct act,
      @Nullable String recordsBackup,
      @Nullable String keysBackup,
      String reason,
      String requestedBy,
      Instant requestedAt) {

    BackupAccessScope scope() {
      return new BackupAccessScope(act, recordsBackup, keysBackup);
    }
  }

  void insert(Handle handle, ControllerId controller, Row row) {
    handle
        .createUpdate(
            "insert into backup_access (controller_id, id, act, records_backup, keys_backup, reason,"
                + " requested_by, requested_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(0, controller)
        .bind(1, row.id())
        .bind(2, row.act().name())
        .bind(3, row.recordsBackup())
        .bind(4, row.keysBackup())
        .bind(5, row.reason())
        .bind(6, row.requestedBy())
        .bind(7, row.requestedAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Locks a request, so that two people's steps have an order. */
  Optional<Row> lock(Handle handle, UUID id) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 24))::text")
        .bind(0, id.toString())
        .mapTo(String.class)
        .one();
    return handle.createQuery(SELECT + " where id = ?").bind(0, id).mapTo(Row.class).findOne();
  }

  List<Row> newest(Handle handle, int most) {
    return handle
        .createQuery(SELECT + " order by requested_at desc, id desc limit ?")
        .bind(0, most)
        .mapTo(Row.class)
        .list();
  }

  List<BackupAccessStep> steps(Handle handle, UUID id) {
    return handle
        .createQuery(
            "select kind, taken_by, at from backup_access_step where access_id = ?"
                + " order by sequence")
        .bind(0, id)
        .mapTo(BackupAccessStep.class)
        .list();
  }

  void append(
      Handle handle, ControllerId controller, UUID id, int sequence, BackupAccessStep step) {
    handle.execute(
        "insert into backup_access_step (controller_id, access_id, sequence, kind, taken_by, at)"
            + " values (?, ?, ?, ?, ?, ?)",
        controller,
        id,
        sequence,
        step.kind().name(),
        step.takenBy(),
        step.at().atOffset(ZoneOffset.UTC));
  }
}
