package org.shouxin.consent.rightsrequest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Answers to erasure requests in PostgreSQL, and the requests that wait for one. */
@ApplicationScoped
class ErasureRows {
  private static final String COLUMNS =
      "select store, record_ref, kind, decision, reason_code, article_zh, article_en, until_on,"
          + " text_zh, text_en from erasure_answer where request_id = ?";
  private static final String INSERT =
      "insert into erasure_answer (controller_id, request_id, store, record_ref, kind, decision,"
          + " reason_code, article_zh, article_en, until_on, text_zh, text_en, confirmed_at)"
          + " values (:controller, :request, :a.store, :a.recordRef, :a.kind, :a.decision,"
          + " :a.reasonCode, :a.articleZh, :a.articleEn, :a.untilOn, :a.textZh, :a.textEn, :at)";

  /** A request that waits for its answer. */
  public record Waiting(ControllerId controllerId, UUID requestId, CustomerId customerId) {}

  /** The request is to be asked about, again if need be. */
  void ask(Handle handle, Waiting waiting) {
    handle.execute(
        "insert into erasure_waiting (controller_id, request_id, customer_id) values (?, ?, ?)"
            + " on conflict do nothing",
        waiting.controllerId(),
        waiting.requestId(),
        waiting.customerId());
  }

  List<Waiting> waiting(Handle handle, int most) {
    return handle
        .createQuery(
            "select controller_id, request_id, customer_id from erasure_waiting"
                + " order by request_id limit ?")
        .bind(0, most)
        .mapTo(Waiting.class)
        .list();
  }

  void asked(Handle handle, Waiting waiting) {
    handle.execute(
        "delete from erasure_waiting where controller_id = ? and request_id = ?",
        waiting.controllerId(),
        waiting.requestId());
  }

  /**
   * Keeps an answer in the place of an earlier one that was not confirmed.
   *
   * @param confirmedAt null while it is only prepared
   */
  void keep(
      Handle handle,
      ControllerId controller,
      UUID request,
      List<ErasureAnswer> answers,
      @Nullable Instant confirmedAt) {
    handle.execute(
        "delete from erasure_answer where request_id = ? and confirmed_at is null", request);
    PreparedBatch batch = handle.prepareBatch(INSERT);
    answers.forEach(answer ->
        batch
            .bind("controller", controller)
            .bind("request", request)
            .bindMethods("a", answer)
            .bind("at", confirmedAt == null ? null : confirmedAt.atOffset(ZoneOffset.UTC))
            .add());
    batch.execute();
  }

  List<ErasureAnswer> list(Handle handle, UUID request) {
    return handle
        .createQuery(COLUMNS + " order by store desc, record_ref")
        .bind(0, request)
        .mapTo(ErasureAnswer.class)
        .list();
  }

  List<ErasureAnswer> listConfirmed(Handle handle, UUID request) {
    return handle
        .createQuery(COLUMNS + " and confirmed_at is not null order by store desc, record_ref")
        .bind(0, request)
        .mapTo(ErasureAnswer.class)
        .list();
  }
}
