package org.shouxin.consent.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.consent.guardianship.Guardians;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Records that a notice was shown (R-CN-01, {@code notice.presented}). */
@ApplicationScoped
class NoticePresentations {
  private final Database database;
  private final Notices notices;
  private final Guardians guardians;
  private final AuditOutbox outbox;
  private final Clock clock;

  NoticePresentations(
      Database database, Notices notices, Guardians guardians, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.notices = notices;
    this.guardians = guardians;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A presentation as stored, and to whom; her record, if new, is made under this id. */
  record Shown(UUID id, String customerId) {}

  /** Stores one presentation of the version in force. */
  Shown record(Actor actor, Presentation shown) {
    String known = shown.customerId();
    CustomerId customer = known == null ? new CustomerId(Ids.random()) : CustomerId.parse(known);
    UUID noticeId = Ids.parse(shown.noticeId());
    Instant now = clock.instant();
    UUID id = Ids.next();
    return database.write(
        actor.controller(),
        handle -> {
          requireOwnOrWard(handle, actor, customer);
          notices.requireCurrent(handle, noticeId, shown.noticeVersion(), shown.language(), now);
          handle
              .createUpdate(
                  "insert into notice_presentation (controller_id, id, customer_id, notice_id, notice_version,"
                      + " language, channel, presented_by, presented_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
              .bind(0, actor.controller())
              .bind(1, id)
              .bind(2, customer)
              .bind(3, noticeId)
              .bind(4, shown.noticeVersion())
              .bind(5, shown.language().tag())
              .bind(6, shown.channel())
              .bind(7, actor.id())
              .bind(8, now.atOffset(ZoneOffset.UTC))
              .execute();
          outbox.record(
              handle,
              AuditEvents.of(actor, "notice.presented", clock)
                  .subject(customer)
                  .resource("notice", noticeId.toString())
                  .noticeVersion(shown.noticeVersion())
                  .channel(shown.channel())
                  .build());
          return new Shown(id, customer.toString());
        });
  }

  private void requireOwnOrWard(Handle handle, Actor actor, CustomerId customer) {
    boolean stranger = actor.kind() == ActorKind.CUSTOMER && !actor.is(customer);
    if (stranger && !guardians.isWard(handle, actor, customer, BusinessTime.today(clock))) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
  }
}
