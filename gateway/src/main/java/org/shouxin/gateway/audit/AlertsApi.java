package org.shouxin.gateway.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.Neighbours;

/** Alerts of the monitor and the reviewer's verdict (R-AU-03). */
@GraphQLApi
@ApplicationScoped
public class AlertsApi {
  private final AlertsEndpoint endpoint;
  private final Neighbours neighbours;

  @Inject
  AlertsApi(@RestClient AlertsEndpoint endpoint, Neighbours neighbours) {
    this.endpoint = endpoint;
    this.neighbours = neighbours;
  }

  @Query("alerts")
  @Description(
      "Alerts about employees and partners, newest first: for compliance, supervisors and auditors, never about oneself.")
  public @NonNull AlertConnection alerts(
      @Name("state") @Nullable String state,
      @DefaultValue("20") @Name("first") @Nullable Integer first,
      @Name("after") @Nullable String after) {
    return AlertConnection.of(
        neighbours.ask(() -> endpoint.alerts(state, first == null ? 20 : first, after)));
  }

  @Mutation("decideAlert")
  @Description(
      "Confirms an alert, which locks access, or lifts it, which opens access within a second or two.")
  public @NonNull Alert decideAlert(@NonNull @Name("input") DecideAlertInput input) {
    return neighbours.ask(() ->
        endpoint.decide(
            input.alertId(), new AlertsEndpoint.Verdict(input.verdict(), input.reason())));
  }
}
