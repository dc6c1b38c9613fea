package org.shouxin.audit.monitor;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.monitor.rule.Levels;
import org.shouxin.audit.monitor.rule.Rule;
import org.shouxin.audit.monitor.rule.RuleSet;
import org.shouxin.audit.monitor.rule.Signal;
import org.shouxin.audit.monitor.rule.WorkingHours;

/** Rule versions in the database. */
@Singleton
class RuleRows {
  private static final String SET = "select * from monitor_rule_set";
  private static final String IN_FORCE =
      SET
          + " where approved_at is not null and effective_from <= ?"
          + " order by controller_id = '*', effective_from desc, version desc limit 1";
  private static final String RULES =
      "select signal, audience, soft, hard, points, growth, ceiling from monitor_rule"
          + " where controller_id = ? and version = ? order by signal, audience";

  /** A version as stored. */
  public record SetRow(
      String controllerId,
      int version,
      LocalDate effectiveFrom,
      double warnAt,
      double stepUpAt,
      double blockAt,
      double lockAt,
      int hoursFrom,
      int hoursUntil,
      String proposedBy,
      @org.jspecify.annotations.Nullable String approvedBy) {

    /** What alerts name. */
    String label() {
      return controllerId.equals("*") ? "shipped" : controllerId + "." + version;
    }
  }

  /** A rule as stored. */
  public record RuleRow(
      String signal,
      String audience,
      double soft,
      double hard,
      double points,
      double growth,
      double ceiling) {}

  /** The newest approved version of the bound controller, or what ships. */
  RuleSet inForce(Handle handle, LocalDate today) {
    return read(handle, handle.createQuery(IN_FORCE).bind(0, today).mapTo(SetRow.class).one());
  }

  RuleSet read(Handle handle, SetRow row) {
    List<Rule> rules =
        handle
            .createQuery(RULES)
            .bind(0, row.controllerId())
            .bind(1, row.version())
            .mapTo(RuleRow.class)
            .map(RuleRows::rule)
            .list();
    return new RuleSet(
        row.label(),
        new Levels(row.warnAt(), row.stepUpAt(), row.blockAt(), row.lockAt()),
        new WorkingHours(row.hoursFrom(), row.hoursUntil()),
        rules);
  }

  /** Newest first, the shipped one last. */
  List<SetRow> list(Handle handle) {
    return handle
        .createQuery(SET + " order by controller_id = '*', version desc limit 50")
        .mapTo(SetRow.class)
        .list();
  }

  private static Rule rule(RuleRow row) {
    return new Rule(
        Signal.valueOf(row.signal()),
        row.audience(),
        row.soft(),
        row.hard(),
        row.points(),
        row.growth(),
        row.ceiling());
  }
}
