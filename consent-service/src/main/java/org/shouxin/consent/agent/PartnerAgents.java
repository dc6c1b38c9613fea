package org.shouxin.consent.agent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.banregister.BanRegister;
import org.shouxin.consent.banregister.PersonIndex;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Declares agents of partners and tells how a partner stands by them. */
@ApplicationScoped
public class PartnerAgents {
  private static final String STANDING =
      """
      select exists (select 1 from partner_agent a
          where a.partner_id = :partner and a.certified_until >= :today) as certified,
        exists (select 1 from partner_agent a
          join ban_listing b on b.controller_id = a.controller_id and b.person_index = a.person_index
         where a.partner_id = :partner and
      """
          + BanRegister.BANS
          + ") as banned";
  private static final String STORE =
      "insert into partner_agent (controller_id, partner_id, agent_no, person_index,"
          + " certified_until, evidence, declared_by, declared_at) values (?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict on constraint partner_agent_pk do update set person_index ="
          + " excluded.person_index, certified_until = excluded.certified_until, evidence ="
          + " excluded.evidence, declared_by = excluded.declared_by, declared_at ="
          + " excluded.declared_at where partner_agent.person_index = excluded.person_index or ?";
  private static final String LONGEST =
      "select valid_months from clearance_rule where effective_from <= ?"
          + " order by effective_from desc limit 1";

  private final Database database;
  private final BanRegister register;
  private final PersonIndex index;
  private final AuditOutbox audit;
  private final Clock clock;

  PartnerAgents(
      Database database, BanRegister register, PersonIndex index, AuditOutbox audit, Clock clock) {
    this.database = database;
    this.register = register;
    this.index = index;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is known of a partner's people. */
  public record Row(boolean certified, boolean banned) {}

  /** An agent as declared, without the person's number. */
  public record Agent(
      String partnerId,
      String agentNo,
      LocalDate certifiedUntil,
      String evidence,
      Instant declaredAt) {}

  /** What is declared; the number is indexed at once and kept nowhere. */
  record Declaration(String identityNumber, LocalDate certifiedUntil, String evidence) {
    @Override
    public String toString() {
      return "Declaration[redacted]";
    }
  }

  /** How a partner stands on a day of Shanghai. */
  public AgentStanding standing(Handle handle, String partner, LocalDate today) {
    Row row =
        handle
            .createQuery(STANDING)
            .bind("partner", partner)
            .bind("today", today)
            .mapTo(Row.class)
            .one();
    if (row.banned()) {
      return AgentStanding.ONE_BANNED;
    }
    return row.certified() ? AgentStanding.CLEARED : AgentStanding.NONE_CERTIFIED;
  }

  /**
   * Declares or renews.
   *
   * @throws ProblemException BANNED_PERSON for a listed person, with an event of the refusal;
   *     REQUEST_INVALID for a last day further ahead than a certificate lasts; CONFLICT when a
   *     partner names another person under an agent's number: taking somebody off is compliance's
   */
  Agent declare(Actor by, String partner, String agentNo, Declaration declared) {
    byte[] person = index.of(by.controller(), declared.identityNumber());
    LocalDate today = BusinessTime.today(clock);
    Instant now = clock.instant();
    boolean banned =
        database.write(
            by.controller(),
            handle -> {
              requireInTime(handle, declared.certifiedUntil(), today);
              boolean listed = register.lists(handle, person, today);
              if (!listed) {
                store(handle, by, partner, agentNo, declared, person, now);
              }
              report(handle, by, partner, agentNo, listed);
              return listed;
            });
    if (banned) {
      throw new ProblemException(ProblemCode.BANNED_PERSON);
    }
    return new Agent(partner, agentNo, declared.certifiedUntil(), declared.evidence(), now);
  }

  /** A partner's agents. */
  List<Agent> list(Actor reader, @Nullable String partner) {
    return database.read(
        reader.controller(),
        handle ->
            handle
                .createQuery(
                    "select partner_id, agent_no, certified_until, evidence, declared_at"
                        + " from partner_agent where (:partner::text is null"
                        + " or partner_id = :partner) order by partner_id, agent_no limit 200")
                .bind("partner", partner)
                .mapTo(Agent.class)
                .list());
  }

  private static void store(
      Handle handle,
      Actor by,
      String partner,
      String agentNo,
      Declaration declared,
      byte[] person,
      Instant now) {
    int stored =
        handle.execute(
            STORE,
            by.controller(),
            partner,
            agentNo,
            person,
            declared.certifiedUntil(),
            declared.evidence(),
            by.id(),
            now,
            by.has(Role.COMPLIANCE_OFFICER));
    if (stored == 0) {
      throw new ProblemException(ProblemCode.CONFLICT);
    }
  }

  private static void requireInTime(Handle handle, LocalDate lastDay, LocalDate today) {
    int months = handle.createQuery(LONGEST).bind(0, today).mapTo(Integer.class).one();
    if (lastDay.isAfter(today.plusMonths(months))) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "The last day is too far ahead.");
    }
  }

  private void report(Handle handle, Actor by, String partner, String agentNo, boolean banned) {
    audit.record(
        handle,
        AuditEvents.of(by, banned ? "person.hire_check.failed" : "person.hire_check.passed", clock)
            .recipient(partner)
            .resource("partner.agent", agentNo)
            .reason(banned ? "BANNED_PERSON" : null)
            .build());
  }
}
