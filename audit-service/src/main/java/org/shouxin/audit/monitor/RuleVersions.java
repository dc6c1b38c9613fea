package org.shouxin.audit.monitor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.audit.monitor.rule.Rule;
import org.shouxin.audit.monitor.rule.RuleSet;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Proposing and approving versions of the rules; each is an event. */
@Singleton
class RuleVersions {
  private static final String NEXT =
      "select coalesce(max(version), 0) + 1 from monitor_rule_set where controller_id = ?";
  private static final String INSERT_SET =
      "insert into monitor_rule_set (controller_id, version, effective_from, warn_at, step_up_at,"
          + " block_at, lock_at, hours_from, hours_until, proposed_by, proposed_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String INSERT_RULE =
      "insert into monitor_rule (controller_id, version, signal, audience, soft, hard, points, growth,"
          + " ceiling) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String FIND =
      "select * from monitor_rule_set where controller_id = ? and version = ?";
  private static final String APPROVE =
      "update monitor_rule_set set approved_by = ?, approved_at = ?,"
          + " effective_from = greatest(effective_from, ?)"
          + " where controller_id = ? and version = ? and approved_by is null";

  /** A version as people see it. */
  public record Version(
      int version,
      LocalDate effectiveFrom,
      String proposedBy,
      @Nullable String approvedBy,
      boolean shipped,
      List<Rule> rules) {}

  private final Database database;
  private final RuleRows rows;
  private final OwnEvents events;
  private final Clock clock;

  @Inject
  RuleVersions(Database database, RuleRows rows, OwnEvents events, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.events = events;
    this.clock = clock;
  }

  List<Version> list(Actor actor) {
    return database.read(
        actor.controller(),
        handle -> rows.list(handle).stream().map(row -> version(handle, row)).toList());
  }

  Version propose(Actor actor, RuleProposal proposal) {
    RuleSet checked = proposal.check("proposed");
    return database.write(
        actor.controller(),
        handle -> {
          int version =
              handle.createQuery(NEXT).bind(0, actor.controller()).mapTo(Integer.class).one();
          handle.execute(
              INSERT_SET,
              actor.controller(),
              version,
              proposal.effectiveFrom(),
              proposal.warnAt(),
              proposal.stepUpAt(),
              proposal.blockAt(),
              proposal.lockAt(),
              proposal.hoursFrom(),
              proposal.hoursUntil(),
              actor.id(),
              clock.instant());
          checked.rules().forEach(rule -> insert(handle, actor, version, rule));
          record(handle, actor, "monitor.rules.proposed", version);
          return get(handle, actor, version);
        });
  }

  /**
   * Approves another person's proposal; it never holds for days that are over.
   *
   * @throws ProblemException {@code MONITOR_RULES_NOT_FOUND}, {@code SELF_APPROVAL}, {@code
   *     CONFLICT} when it is approved already
   */
  Version approve(Actor actor, int version) {
    return database.write(
        actor.controller(),
        handle -> {
          if (get(handle, actor, version).proposedBy().equals(actor.id())) {
            throw new ProblemException(ProblemCode.SELF_APPROVAL);
          }
          int approved =
              handle.execute(
                  APPROVE,
                  actor.id(),
                  clock.instant(),
                  BusinessTime.today(clock),
                  actor.controller(),
                  version);
          if (approved == 0) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          record(handle, actor, "monitor.rules.approved", version);
          return get(handle, actor, version);
        });
  }

  private void insert(Handle handle, Actor actor, int version, Rule rule) {
    handle.execute(
        INSERT_RULE,
        actor.controller(),
        version,
        rule.signal().name(),
        rule.audience(),
        rule.soft(),
        rule.hard(),
        rule.points(),
        rule.growth(),
        rule.ceiling());
  }

  private void record(Handle handle, Actor actor, String type, int version) {
    events.record(
        handle,
        AuditEvents.of(actor, type, clock)
            .resource("monitor-rules", actor.controller() + "." + version)
            .build());
  }

  private Version get(Handle handle, Actor actor, int version) {
    return handle
        .createQuery(FIND)
        .bind(0, actor.controller())
        .bind(1, version)
        .mapTo(RuleRows.SetRow.class)
        .findOne()
        .map(row -> version(handle, row))
        .orElseThrow(() -> new ProblemException(ProblemCode.MONITOR_RULES_NOT_FOUND));
  }

  private Version version(Handle handle, RuleRows.SetRow row) {
    return new Version(
        row.version(),
        row.effectiveFrom(),
        row.proposedBy(),
        row.approvedBy(),
        row.controllerId().equals("*"),
        rows.read(handle, row).rules());
  }
}
