package org.shouxin.gateway.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** What a person is told about her own destruction. */
@GraphQLApi
@ApplicationScoped
public class DestructionSummaryApi {
  private final SummaryEndpoint audit;
  private final Neighbours neighbours;

  @Inject
  DestructionSummaryApi(@RestClient SummaryEndpoint audit, Neighbours neighbours) {
    this.audit = audit;
    this.neighbours = neighbours;
  }

  @Query("destructionSummary")
  @Description("What was destroyed of the person whom the code was given to, and how to check it.")
  public @NonNull DestructionSummary destructionSummary(@NonNull @Name("code") String code) {
    return neighbours.ask(() -> audit.open(Map.of("code", code)));
  }
}
