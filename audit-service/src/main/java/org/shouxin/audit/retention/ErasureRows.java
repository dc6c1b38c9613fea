package org.shouxin.audit.retention;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/** Erasures and their answers in PostgreSQL; an answer stands still once confirmed. */
@Singleton
class ErasureRows {
  /** An erasure request as known here. */
  public record Row(UUID requestId, String subjectRef, @Nullable Instant confirmedAt) {}

  Optional<Row> lock(Handle handle, UUID request) {
    return handle
        .createQuery(
            "select request_id, subject_ref, confirmed_at from erasure where request_id = ? for update")
        .bind(0, request)
        .mapTo(Row.class)
        .findOne();
  }

  List<ErasureRecord> records(Handle handle, UUID request) {
    return handle
        .createQuery(
            "select store, record_ref, kind, decision, reason_code, class as retention_class,"
                + " rule_version, article_zh, article_en, until_on, text_zh, text_en"
                + " from erasure_record where request_id = ? order by store, record_ref")
        .bind(0, request)
        .mapTo(ErasureRecord.class)
        .list();
  }

  /** Puts an answer in the place of an unconfirmed one. */
  void replace(
      Handle handle,
      ControllerId controller,
      UUID request,
      String subjectRef,
      List<ErasureRecord> records,
      Instant now) {
    handle.execute(
        "insert into erasure (controller_id, request_id, subject_ref, assessed_at) values (?, ?, ?, ?)"
            + " on conflict (controller_id, request_id) do update set assessed_at = excluded.assessed_at",
        controller,
        request,
        subjectRef,
        now.atOffset(ZoneOffset.UTC));
    handle.execute("delete from erasure_record where request_id = ?", request);
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into erasure_record (controller_id, request_id, store, record_ref, kind, decision,"
                + " reason_code, class, rule_version, article_zh, article_en, until_on, text_zh, text_en)"
                + " values (:controller, :request, :r.store, :r.recordRef, :r.kind, :r.decision,"
                + " :r.reasonCode, :r.retentionClass, :r.ruleVersion, :r.articleZh, :r.articleEn,"
                + " :r.untilOn, :r.textZh, :r.textEn)");
    records.forEach(record ->
        batch
            .bind("controller", controller)
            .bind("request", request)
            .bindMethods("r", record)
            .add());
    batch.execute();
  }

  void confirm(Handle handle, UUID request, String by, Instant now) {
    handle.execute(
        "update erasure set confirmed_at = ?, confirmed_by = ? where request_id = ?",
        now.atOffset(ZoneOffset.UTC),
        by,
        request);
  }
}
