package org.shouxin.consent.banregister;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Lists, hears appeals, and tells whether somebody is listed; each step with its audit event. */
@ApplicationScoped
public class BanRegister {
  /** Whether an entry of {@code ban_listing b} bans on the day {@code :today}. */
  public static final String BANS =
      "b.approved_at is not null and b.appeal_upheld is not true"
          + " and (b.expires_on is null or b.expires_on >= :today)";

  private static final String COLUMNS =
      "select id, employee_no, act_code, evidence, expires_on, proposed_by, proposed_at,"
          + " approved_by, approved_at, appealed_at, appeal_evidence, appeal_decided_by,"
          + " appeal_decided_at, appeal_upheld, police_reference, police_referred_by,"
          + " police_referred_at from ban_listing";

  private final Database database;
  private final PersonIndex index;
  private final AccessCloser closer;
  private final AuditOutbox audit;
  private final Clock clock;

  BanRegister(
      Database database, PersonIndex index, AccessCloser closer, AuditOutbox audit, Clock clock) {
    this.database = database;
    this.index = index;
    this.closer = closer;
    this.audit = audit;
    this.clock = clock;
  }

  /** What was confirmed about whom; the number is indexed at once and kept nowhere. */
  record Proposal(
      String identityNumber,
      @Nullable String employeeNo,
      String actCode,
      String evidence,
      @Nullable LocalDate expiresOn) {
    @Override
    public String toString() {
      return "Proposal[redacted]";
    }
  }

  /** Whether an entry bans this person on that day. */
  public boolean lists(Handle handle, byte[] person, LocalDate today) {
    return handle
        .createQuery(
            "select exists (select 1 from ban_listing b where b.person_index = :person and "
                + BANS
                + ")")
        .bind("person", person)
        .bind("today", today)
        .mapTo(Boolean.class)
        .one();
  }

  /** Proposes an entry; it bans nobody before a second person approves. */
  Ban propose(Actor officer, Proposal proposal) {
    UUID id = Ids.next();
    byte[] person = index.of(officer.controller(), proposal.identityNumber());
    return database.write(
        officer.controller(),
        handle -> {
          handle
              .createUpdate(
                  "insert into ban_listing (controller_id, id, person_index, employee_no, act_code,"
                      + " evidence, expires_on, proposed_by, proposed_at)"
                      + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
              .bind(0, officer.controller())
              .bind(1, id)
              .bind(2, person)
              .bind(3, proposal.employeeNo())
              .bind(4, proposal.actCode())
              .bind(5, proposal.evidence())
              .bindByType(6, proposal.expiresOn(), LocalDate.class)
              .bind(7, officer.id())
              .bind(8, clock.instant())
              .execute();
          return reported(handle, officer, "banned_person.proposed", id);
        });
  }

  /** Lists: hiring is refused and every access closed from this commit on. */
  Ban approve(Actor officer, UUID id) {
    return database.write(
        officer.controller(),
        handle -> {
          Ban before = get(handle, id);
          requireOther(officer, before.proposedBy());
          requireOther(officer, before.employeeNo());
          require(before.approvedAt() == null);
          handle.execute(
              "update ban_listing set approved_by = ?, approved_at = ? where id = ?",
              officer.id(),
              clock.instant(),
              id);
          byte[] person =
              handle
                  .createQuery("select person_index from ban_listing where id = ?")
                  .bind(0, id)
                  .mapTo(byte[].class)
                  .one();
          Ban listed = reported(handle, officer, "banned_person.listed", id);
          closer.close(handle, officer, id, person, listed.employeeNo());
          return listed;
        });
  }

  /** Files the person's appeal; the entry stays in force meanwhile. */
  Ban appeal(Actor officer, UUID id, String evidence) {
    return database.write(
        officer.controller(),
        handle -> {
          require(get(handle, id).on(BusinessTime.today(clock)) instanceof BanState.Listed);
          handle.execute(
              "update ban_listing set appealed_at = ?, appeal_evidence = ?, appeal_filed_by = ?,"
                  + " appeal_upheld = null,"
                  + " appeal_decided_by = null, appeal_decided_at = null where id = ?",
              clock.instant(),
              evidence,
              officer.id(),
              id);
          return reported(handle, officer, "banned_person.appealed", id);
        });
  }

  /**
   * Decides an appeal.
   *
   * @throws ProblemException {@code SELF_APPROVAL} for whoever proposed or approved the entry or
   *     filed the appeal, and for the person
   */
  Ban decideAppeal(Actor officer, UUID id, boolean upheld) {
    return database.write(
        officer.controller(),
        handle -> {
          Ban before = get(handle, id);
          require(before.on(BusinessTime.today(clock)) instanceof BanState.Appealed);
          requireOther(officer, before.proposedBy());
          requireOther(officer, before.approvedBy());
          requireOther(officer, appealFiledBy(handle, id));
          requireOther(officer, before.employeeNo());
          handle.execute(
              "update ban_listing set appeal_upheld = ?, appeal_decided_by = ?,"
                  + " appeal_decided_at = ? where id = ?",
              upheld,
              officer.id(),
              clock.instant(),
              id);
          return reported(
              handle,
              officer,
              upheld ? "banned_person.appeal.upheld" : "banned_person.appeal.rejected",
              id);
        });
  }

  /**
   * Records that the police took the case over.
   *
   * @throws ProblemException {@code CONFLICT} for an entry that does not ban, and a second time
   */
  Ban refer(Actor officer, UUID id, String reference) {
    return database.write(
        officer.controller(),
        handle -> {
          Ban before = get(handle, id);
          requireOther(officer, before.employeeNo());
          require(before.policeReference() == null && before.on(BusinessTime.today(clock)).bans());
          handle.execute(
              "update ban_listing set police_reference = ?, police_referred_by = ?,"
                  + " police_referred_at = ? where id = ?",
              reference,
              officer.id(),
              clock.instant(),
              id);
          return reported(handle, officer, "police.referred", id);
        });
  }

  /** The newest 200 entries. */
  List<Ban> list(Actor reader) {
    return database.read(
        reader.controller(),
        handle ->
            handle.createQuery(COLUMNS + " order by id desc limit 200").mapTo(Ban.class).list());
  }

  private static Ban get(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + " where id = ? for update")
        .bind(0, id)
        .mapTo(Ban.class)
        .findOne()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  private static @Nullable String appealFiledBy(Handle handle, UUID id) {
    return handle
        .createQuery("select appeal_filed_by from ban_listing where id = ?")
        .bind(0, id)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  private Ban reported(Handle handle, Actor officer, String type, UUID id) {
    Ban ban = get(handle, id);
    AuditEvents event =
        AuditEvents.of(officer, type, clock).resource("ban", id.toString()).reason(ban.actCode());
    if (ban.employeeNo() != null) {
      event.concerns("employee:" + ban.employeeNo());
    }
    audit.record(handle, event.build());
    return ban;
  }

  private static void requireOther(Actor officer, @Nullable String person) {
    if (officer.id().equals(person)) {
      throw new ProblemException(ProblemCode.SELF_APPROVAL);
    }
  }

  private static void require(boolean fits) {
    if (!fits) {
      throw new ProblemException(ProblemCode.CONFLICT);
    }
  }
}
