package org.shouxin.gateway.rules;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A whole new version of the monitor's rules; it holds once another person approved it. */
@Input("MonitorRulesInput")
public record MonitorRulesInput(
    @NonNull @Description("First day in Asia/Shanghai.") String effectiveFrom,
    double warnAt,
    double stepUpAt,
    double blockAt,
    double lockAt,
    @Description("Hour of the day at which work begins.") int hoursFrom,
    int hoursUntil,
    @NonNull List<@NonNull RuleInput> rules) {

  /** One rule. */
  @Input("MonitorRuleInput")
  public record RuleInput(
      @NonNull String signal,
      @NonNull String audience,
      double soft,
      double hard,
      double points,
      double growth,
      double ceiling) {}
}
