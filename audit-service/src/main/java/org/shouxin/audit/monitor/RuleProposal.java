package org.shouxin.audit.monitor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.shouxin.audit.monitor.rule.Levels;
import org.shouxin.audit.monitor.rule.Rule;
import org.shouxin.audit.monitor.rule.RuleSet;
import org.shouxin.audit.monitor.rule.Signal;
import org.shouxin.audit.monitor.rule.WorkingHours;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * A whole new version of the rules.
 *
 * @param effectiveFrom first day in Asia/Shanghai on which it shall hold
 */
public record RuleProposal(
    @NotNull LocalDate effectiveFrom,
    double warnAt,
    double stepUpAt,
    double blockAt,
    double lockAt,
    int hoursFrom,
    int hoursUntil,
    @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Line> rules) {

  /** One rule; the words are explained at {@code Rule}. */
  public record Line(
      @NotNull Signal signal,
      @NotNull @Pattern(regexp = "\\*|[a-z-]{3,30}") String audience,
      double soft,
      double hard,
      double points,
      double growth,
      double ceiling) {}

  /**
   * The proposal as rules.
   *
   * @throws ProblemException {@code MONITOR_RULES_INVALID} when levels, hours or limits have no
   *     sense, or a rule stands twice
   */
  RuleSet check(String version) {
    long different =
        rules.stream().map(line -> line.signal() + "|" + line.audience()).distinct().count();
    if (different < rules.size()) {
      throw new ProblemException(ProblemCode.MONITOR_RULES_INVALID, "a rule stands twice");
    }
    try {
      return new RuleSet(
          version,
          new Levels(warnAt, stepUpAt, blockAt, lockAt),
          new WorkingHours(hoursFrom, hoursUntil),
          rules.stream()
              .map(line ->
                  new Rule(
                      line.signal(),
                      line.audience(),
                      line.soft(),
                      line.hard(),
                      line.points(),
                      line.growth(),
                      line.ceiling()))
              .toList());
    } catch (IllegalArgumentException senseless) {
      throw new ProblemException(
          ProblemCode.MONITOR_RULES_INVALID, senseless.getMessage(), senseless);
    }
  }
}
