package org.shouxin.audit.whistle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;

/** SQL of reports, messages and digests; bound to one controller by row-level security. */
final class WhistleRows {
  private static final String SELECT =
      "select id, filed_on, state, first_handler, second_handler, code_hash, identity, text_first,"
          + " text_second, reply_key, reply_secret, watch_index, watch_until from whistle_report ";

  private WhistleRows() {}

  /** A message; either sealed to both handlers or to the reporter. */
  public record Message(
      LocalDate writtenOn,
      byte @Nullable [] bodyFirst,
      byte @Nullable [] bodySecond,
      byte @Nullable [] bodyReporter) {}

  /** One day of the watch. */
  public record Digest(LocalDate day, byte[] bodyFirst, byte[] bodySecond) {}

  static void insert(Handle handle, ControllerId controller, WhistleReport report) {
    handle
        .createUpdate(
            """
            insert into whistle_report
              (controller_id, id, filed_on, state, first_handler, second_handler, code_hash,
               identity, text_first, text_second, reply_key, reply_secret, watch_index, watch_until)
            values (:controller, :id, :on, :state, :first, :second, :code, :identity, :textFirst,
               :textSecond, :replyKey, :replySecret, :watch, :until)\
            """)
        .bind("controller", controller)
        .bind("id", report.id())
        .bind("on", report.filedOn())
        .bind("state", report.state())
        .bind("first", report.firstHandler())
        .bind("second", report.secondHandler())
        .bind("code", report.codeHash())
        .bind("identity", report.identity())
        .bind("textFirst", report.textFirst())
        .bind("textSecond", report.textSecond())
        .bind("replyKey", report.replyKey())
        .bind("replySecret", report.replySecret())
        .bind("watch", report.watchIndex())
        .bind("until", report.watchUntil())
        .execute();
  }

  static Optional<WhistleReport> findByCode(Handle handle, byte[] hash) {
    return handle
        .createQuery(SELECT + "where code_hash = ?")
        .bind(0, hash)
        .mapTo(WhistleReport.class)
        .findOne();
  }

  static Optional<WhistleReport> find(Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + "where id = ?")
        .bind(0, id)
        .mapTo(WhistleReport.class)
        .findOne();
  }

  /**
   * 100 that this handler handles: open ones first, and of them the oldest, so that no flood of new
   * ones hides one that waits.
   */
  static List<WhistleReport> listOf(Handle handle, String handler) {
    return handle
        .createQuery(
            SELECT
                + "where :by in (first_handler, second_handler) order by state = 'CLOSED',"
                + " filed_on, id limit 100")
        .bind("by", handler)
        .mapTo(WhistleReport.class)
        .list();
  }

  /** Those whose reporter is watched on a day and that have no digest of it yet. */
  static List<WhistleReport> listWatched(Handle handle, LocalDate day) {
    return handle
        .createQuery(
            SELECT
                + "r where filed_on <= :day and watch_until >= :day and not exists"
                + " (select 1 from whistle_digest d where d.controller_id = r.controller_id"
                + " and d.report_id = r.id and d.day = :day)")
        .bind("day", day)
        .mapTo(WhistleReport.class)
        .list();
  }

  /** Closing starts its period (RT-11); opening it again ends that. */
  static void setState(Handle handle, UUID id, String state, LocalDate today) {
    handle.execute(
        "update whistle_report set state = ?,"
            + " closed_on = case when ? = 'CLOSED' then coalesce(closed_on, ?) end where id = ?",
        state,
        state,
        today,
        id);
  }

  static void addMessage(Handle handle, ControllerId controller, UUID report, Message message) {
    handle
        .createUpdate(
            """
            insert into whistle_message
              (controller_id, id, report_id, position, written_on, body_first, body_second, body_reporter)
            select :controller, :id, :report, count(*), :on, :first, :second, :reporter
              from whistle_message where report_id = :report\
            """)
        .bind("controller", controller)
        .bind("id", Ids.random())
        .bind("report", report)
        .bind("on", message.writtenOn())
        .bind("first", message.bodyFirst())
        .bind("second", message.bodySecond())
        .bind("reporter", message.bodyReporter())
        .execute();
  }

  static List<Message> messages(Handle handle, UUID report) {
    return handle
        .createQuery(
            "select written_on, body_first, body_second, body_reporter from whistle_message"
                + " where report_id = ? order by position")
        .bind(0, report)
        .mapTo(Message.class)
        .list();
  }

  static void addDigest(Handle handle, ControllerId controller, UUID report, Digest digest) {
    handle.execute(
        "insert into whistle_digest (controller_id, report_id, day, body_first, body_second)"
            + " values (?, ?, ?, ?, ?) on conflict on constraint whistle_digest_pk do nothing",
        controller,
        report,
        digest.day(),
        digest.bodyFirst(),
        digest.bodySecond());
  }

  static List<Digest> digests(Handle handle, UUID report) {
    return handle
        .createQuery(
            "select day, body_first, body_second from whistle_digest where report_id = ? order by"
                + " day")
        .bind(0, report)
        .mapTo(Digest.class)
        .list();
  }
}
