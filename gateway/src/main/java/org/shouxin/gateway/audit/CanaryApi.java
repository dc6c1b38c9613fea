package org.shouxin.gateway.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** Canaries are planted by two people; there is no way to list them (R-AU-03). */
@GraphQLApi
@ApplicationScoped
public class CanaryApi {
  private final CanaryEndpoint audit;
  private final Neighbours neighbours;

  @Inject
  CanaryApi(@RestClient CanaryEndpoint audit, Neighbours neighbours) {
    this.audit = audit;
    this.neighbours = neighbours;
  }

  @Mutation("proposeCanary")
  @Description("Proposes a customer id as a canary; another person plants it. The proposal's id.")
  public @NonNull @Id String proposeCanary(@NonNull @Id @Name("customerId") String customerId) {
    return neighbours.ask(() -> audit.propose(new CanaryEndpoint.Canary(customerId))).id();
  }

  @Mutation("approveCanary")
  @Description("Plants somebody else's proposal: whoever looks at it is blocked.")
  public @NonNull @Id String approveCanary(@NonNull @Id @Name("proposalId") String proposalId) {
    return neighbours.ask(() -> {
      audit.approve(proposalId);
      return proposalId;
    });
  }
}
