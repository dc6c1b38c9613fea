package org.shouxin.gateway.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** Versions of the monitor's rules: one person proposes, another approves (R-AU-03). */
@GraphQLApi
@ApplicationScoped
public class MonitorRulesApi {
  private final MonitorRulesEndpoint audit;
  private final Neighbours neighbours;

  @Inject
  MonitorRulesApi(@RestClient MonitorRulesEndpoint audit, Neighbours neighbours) {
    this.audit = audit;
    this.neighbours = neighbours;
  }

  @Query("monitorRules")
  @Description("Versions of the rules, newest first, the shipped one last.")
  public @NonNull List<@NonNull MonitorRuleSet> monitorRules() {
    return neighbours.ask(audit::list);
  }

  @Mutation("proposeMonitorRules")
  @Description("Proposes a whole new version (MONITOR_RULES_INVALID).")
  public @NonNull MonitorRuleSet proposeMonitorRules(
      @NonNull @Name("input") MonitorRulesInput input) {
    return neighbours.ask(() -> audit.propose(input));
  }

  @Mutation("approveMonitorRules")
  @Description("Approves another person's proposal (SELF_APPROVAL).")
  public @NonNull MonitorRuleSet approveMonitorRules(@Name("version") int version) {
    return neighbours.ask(() -> audit.approve(version, Map.of()));
  }
}
