package org.shouxin.records.correction.propagation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;

/** SQL of correction_notice; bound to one controller by row-level security. */
@ApplicationScoped
class NoticeRows {
  private static final String COLUMNS =
      "select n.id, n.correction_id, p.customer_id, p.field, n.recipient_id,"
          + " p.started_at as corrected_at, p.due_at, n.attempts, n.delivered_at, n.dead_at,"
          + " n.acknowledged_at from correction_notice n"
          + " join propagation p using (controller_id, correction_id) ";

  /** Adds notices to recipients that have none of this correction yet; returns those added. */
  List<String> add(
      Handle handle,
      ControllerId controller,
      UUID correction,
      List<String> recipients,
      Instant now) {
    return recipients.stream()
        .filter(recipient ->
            handle
                    .createUpdate(
                        """
                        insert into correction_notice
                          (controller_id, id, correction_id, recipient_id, next_attempt_at)
                        values (?, ?, ?, ?, ?)
                        on conflict on constraint correction_notice_once do nothing\
                        """)
                    .bind(0, controller)
                    .bind(1, Ids.next())
                    .bind(2, correction)
                    .bind(3, recipient)
                    .bind(4, now)
                    .execute()
                == 1)
        .toList();
  }

  /** Newest first: of one recipient, of one correction, or all. */
  List<CorrectionNotice> list(
      Handle handle, @Nullable String recipient, @Nullable UUID correction, boolean openOnly) {
    return handle
        .createQuery(
            COLUMNS
                + "where (cast(:recipient as text) is null or n.recipient_id = :recipient)"
                + " and (cast(:correction as uuid) is null or n.correction_id = :correction)"
                + " and (not :open or n.acknowledged_at is null)"
                + " order by n.id desc limit 200")
        .bind("recipient", recipient)
        .bind("correction", correction)
        .bind("open", openOnly)
        .mapTo(CorrectionNotice.class)
        .list();
  }

  Optional<CorrectionNotice> find(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + "where n.id = ?")
        .bind(0, id)
        .mapTo(CorrectionNotice.class)
        .findOne();
  }

  /** Ids of notices whose webhook is to be called now. */
  List<UUID> listDue(Handle handle, Instant now) {
    return handle
        .createQuery(
            "select id from correction_notice where acknowledged_at is null and delivered_at is null"
                + " and dead_at is null and next_attempt_at <= ? order by next_attempt_at limit 50")
        .bind(0, now)
        .mapTo(UUID.class)
        .list();
  }

  /** Counts an attempt and moves the next one; false when another replica has taken it. */
  boolean claim(Handle handle, UUID id, Instant now, Instant next) {
    return handle
            .createUpdate(
                "update correction_notice set attempts = attempts + 1, next_attempt_at = ?"
                    + " where id = ? and next_attempt_at <= ? and acknowledged_at is null")
            .bind(0, next)
            .bind(1, id)
            .bind(2, now)
            .execute()
        == 1;
  }

  void tryAgain(Handle handle, UUID id, Instant when) {
    handle.execute(
        "update correction_notice set attempts = 0, next_attempt_at = ?::timestamptz where id = ?",
        when.toString(),
        id);
  }

  /** True when this call was the one that marked it delivered. */
  boolean delivered(Handle handle, UUID id, Instant when) {
    return handle.execute(
            "update correction_notice set delivered_at = ?::timestamptz"
                + " where id = ? and delivered_at is null and acknowledged_at is null",
            when.toString(),
            id)
        == 1;
  }

  void giveUp(Handle handle, UUID id, Instant when) {
    handle.execute(
        "update correction_notice set dead_at = ?::timestamptz where id = ?", when.toString(), id);
  }

  /** True when this call was the one that marked it acknowledged. */
  boolean acknowledge(Handle handle, UUID id, String by, Instant when) {
    return handle.execute(
            "update correction_notice set acknowledged_at = ?::timestamptz, acknowledged_by = ?"
                + " where id = ? and acknowledged_at is null",
            when.toString(),
            by,
            id)
        == 1;
  }

  boolean hasOpen(Handle handle, UUID correction) {
    return handle
        .createQuery(
            "select exists (select 1 from correction_notice"
                + " where correction_id = ? and acknowledged_at is null)")
        .bind(0, correction)
        .mapTo(Boolean.class)
        .one();
  }
}
