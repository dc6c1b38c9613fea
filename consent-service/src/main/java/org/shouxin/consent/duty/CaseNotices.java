package org.shouxin.consent.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Notices to staff about late and major cases: raised with their event in the transaction of what
 * happened, shown to their audience until one of it has seen them. Nobody is shown a notice about a
 * complaint that is about themselves.
 */
@ApplicationScoped
public class CaseNotices {
  private static final String HANDLER =
      "(select s.employee_no from complaint_step s where s.complaint_id = %s and s.kind ="
          + " 'ASSIGNED' order by s.sequence desc limit 1)";
  private static final String RAISE =
      "insert into case_notice (controller_id, id, complaint_id, request_id, code, kind, hours,"
          + " audience, raised_at) select ?, ?, (select id from complaint where id = ?),"
          + " (select id from rights_request where id = ?), ?, ?, ?, ?, ?"
          + " where exists (select 1 from complaint where id = ?)"
          + " or exists (select 1 from rights_request where id = ?)";
  private static final String MINE =
      " n.seen_at is null and (n.audience = any(:audiences) or n.audience = 'HANDLER' and "
          + HANDLER.formatted("n.complaint_id")
          + " = :me) and not exists (select 1 from complaint_concern c where c.complaint_id ="
          + " n.complaint_id and c.employee_no = :me)";
  private static final String OPEN =
      "select n.id, coalesce(n.complaint_id, n.request_id) as case_id, p.number, n.code, n.kind,"
          + " n.hours, n.audience, n.raised_at from case_notice n left join complaint p on"
          + " p.controller_id = n.controller_id and p.id = n.complaint_id where"
          + MINE
          + " order by n.raised_at desc, n.id desc limit 200";
  private static final String SEEN =
      "update case_notice n set seen_by = :me, seen_at = :now where n.id = :id and" + MINE;

  private final Database database;
  private final CaseNoticeMails mails;
  private final AuditOutbox audit;
  private final Clock clock;

  CaseNotices(Database database, CaseNoticeMails mails, AuditOutbox audit, Clock clock) {
    this.database = database;
    this.mails = mails;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Tells those whom it concerns; a clock of something else than a complaint or a rights request
   * tells nobody.
   *
   * @param hours hours since the case came in
   */
  public void raise(
      Handle handle,
      ControllerId controller,
      UUID caseId,
      String code,
      CaseNotice.Escalation kind,
      @Nullable Integer hours) {
    boolean handled =
        handle
            .createQuery("select " + HANDLER.formatted("?") + " is not null")
            .bind(0, caseId)
            .mapTo(Boolean.class)
            .one();
    for (CaseNotice.Function audience :
        CaseNotice.audiences(kind, hours == null ? 0 : hours, handled)) {
      UUID id = Ids.next();
      int raised =
          handle.execute(
              RAISE,
              controller,
              id,
              caseId,
              caseId,
              code,
              kind.name(),
              hours,
              audience.name(),
              clock.instant(),
              caseId,
              caseId);
      if (raised == 1) {
        mails.order(handle, id);
        audit.record(
            handle,
            AuditEvents.ofSystem(controller, "consent-service", "case.notice.raised", clock)
                .resource("case.notice", id.toString())
                .reason(audience.name())
                .build());
      }
    }
  }

  /** Open notices of the caller's functions, newest first, 200 at most. */
  List<CaseNotice> list(Actor reader) {
    return database.read(
        reader.controller(),
        handle ->
            handle
                .createQuery(OPEN)
                .bind("me", reader.employeeNo())
                .bindArray("audiences", String.class, audiences(reader))
                .mapTo(CaseNotice.class)
                .list());
  }

  /**
   * Notes that the caller has seen a notice; it leaves everybody's queue.
   *
   * @throws ProblemException {@code NOT_FOUND} for one that is unknown, seen, or for others
   */
  void see(Actor reader, UUID id) {
    database.write(
        reader.controller(),
        handle -> {
          int seen =
              handle
                  .createUpdate(SEEN)
                  .bind("me", reader.employeeNo())
                  .bind("now", clock.instant())
                  .bind("id", id)
                  .bindArray("audiences", String.class, audiences(reader))
                  .execute();
          if (seen == 0) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
          }
          mails.forget(handle, reader.controller(), id);
          audit.record(
              handle,
              AuditEvents.of(reader, "case.notice.seen", clock)
                  .resource("case.notice", id.toString())
                  .build());
          return id;
        });
  }

  /** Whom a complaint comes to be about is not mailed about it any more. */
  public void exclude(Handle handle, ControllerId controller, UUID complaint, String employeeNo) {
    mails.exclude(handle, controller, complaint, employeeNo);
  }

  private static List<String> audiences(Actor reader) {
    List<String> functions = new ArrayList<>();
    if (reader.has(Role.SUPERVISOR)) {
      functions.add(CaseNotice.Function.SUPERVISOR.name());
    }
    if (reader.has(Role.COMPLIANCE_OFFICER)) {
      functions.add(CaseNotice.Function.COMPLIANCE_OFFICER.name());
    }
    return functions;
  }
}
