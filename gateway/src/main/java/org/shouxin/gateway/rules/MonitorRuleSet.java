package org.shouxin.gateway.rules;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A version of the monitor's rules (R-AU-03). */
public record MonitorRuleSet(
    int version,
    @NonNull String effectiveFrom,
    @NonNull String proposedBy,
    @Nullable @Description("Null until a second person approved it.") String approvedBy,
    @Description("The version that comes with the product.") boolean shipped,
    @NonNull List<@NonNull MonitorRule> rules) {

  /** One rule: what is measured of whom, its limits, and what exceeding them costs. */
  public record MonitorRule(
      @NonNull String signal,
      @NonNull @Description("A role, or * for all.") String audience,
      double soft,
      double hard,
      double points,
      double growth,
      double ceiling) {}
}
