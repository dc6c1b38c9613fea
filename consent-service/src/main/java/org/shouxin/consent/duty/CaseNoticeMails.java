package org.shouxin.consent.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;

/**
 * Mails of case notices (D-127): written with the notice, leased to the mailer, ended once. The
 * queue stays the record; a mail only says that something waits there.
 */
@ApplicationScoped
class CaseNoticeMails {
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final String WRITE =
      "insert into case_notice_mail (controller_id, notice_id, complaint_id, request_id, number,"
          + " code, kind, hours, audience, handler, not_to, raised_at) select n.controller_id, n.id,"
          + " n.complaint_id, n.request_id, p.number, n.code, n.kind, n.hours, n.audience,"
          + " case when n.audience = 'HANDLER' then (select s.employee_no from complaint_step s"
          + " where s.controller_id = n.controller_id and s.complaint_id = n.complaint_id"
          + " and s.kind = 'ASSIGNED' order by s.sequence desc limit 1) end,"
          + " array(select c.employee_no from complaint_concern c where c.controller_id ="
          + " n.controller_id and c.complaint_id = n.complaint_id), n.raised_at"
          + " from case_notice n left join complaint p on p.controller_id = n.controller_id"
          + " and p.id = n.complaint_id where n.id = ?";
  private static final String CLAIM =
      "update case_notice_mail m set claimed_at = :now from (select controller_id, notice_id from"
          + " case_notice_mail where outcome is null and (claimed_at is null or claimed_at < :again)"
          + " order by raised_at limit :most for update skip locked) d where m.controller_id ="
          + " d.controller_id and m.notice_id = d.notice_id returning m.controller_id, m.notice_id,"
          + " m.number, m.code, m.kind, m.hours, m.audience, m.handler, m.not_to";
  private static final String END =
      "update case_notice_mail set outcome = ? where controller_id = ? and notice_id = ?"
          + " and outcome is null";

  private static final String EXCLUDE =
      "update case_notice_mail set not_to = array_append(not_to, ?) where controller_id = ?"
          + " and complaint_id = ? and outcome is null and not ? = any(not_to)";

  private final Database database;
  private final AuditOutbox audit;
  private final Clock clock;

  CaseNoticeMails(Database database, AuditOutbox audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** Orders the mail of a notice in the notice's own transaction. */
  void order(Handle handle, UUID notice) {
    handle.execute(WRITE, notice);
  }

  /** Whom a complaint comes to be about gets no mail of it that still waits. */
  void exclude(Handle handle, ControllerId controller, UUID complaint, String employeeNo) {
    handle.execute(EXCLUDE, employeeNo, controller, complaint, employeeNo);
  }

  /** Who has seen the notice needs no mail of it. */
  void forget(Handle handle, ControllerId controller, UUID notice) {
    handle.execute(END, "SEEN", controller, notice);
  }

  /** Mails to be sent, leased to the caller for two minutes. */
  List<CaseNoticeMail> claim(int most) {
    return database.systemWrite(handle ->
        handle
            .createQuery(CLAIM)
            .bind("now", clock.instant())
            .bind("again", clock.instant().minus(LEASE))
            .bind("most", most)
            .mapTo(CaseNoticeMail.class)
            .list());
  }

  /** Ends a mail with its event; the first end stays, and RETRY is none. */
  void report(Actor mailer, ControllerId controller, UUID notice, CaseNoticeMail.Outcome outcome) {
    if (outcome == CaseNoticeMail.Outcome.RETRY) {
      return;
    }
    database.write(
        controller,
        handle -> {
          int ended = handle.execute(END, outcome.name(), controller, notice);
          if (ended == 1) {
            audit.record(
                handle,
                AuditEvents.ofSystem(controller, mailer.id(), "case.notice.mailed", clock)
                    .resource("case.notice", notice.toString())
                    .reason(outcome.name())
                    .build());
          }
          return ended;
        });
  }
}
