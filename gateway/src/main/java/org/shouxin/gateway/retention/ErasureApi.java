package org.shouxin.gateway.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** Erasure requests for compliance: the prepared answer, and its confirmation. */
@GraphQLApi
@ApplicationScoped
public class ErasureApi {
  /** Newest rights requests of every type that are looked through. */
  private static final ErasureEndpoint.Newest NEWEST = new ErasureEndpoint.Newest(50);

  private final ErasureEndpoint consent;
  private final Neighbours neighbours;

  @Inject
  ErasureApi(@RestClient ErasureEndpoint consent, Neighbours neighbours) {
    this.consent = consent;
    this.neighbours = neighbours;
  }

  @Query("erasureRequests")
  @Description("The erasure requests among the 50 newest rights requests, with their answers.")
  public @NonNull List<@NonNull ErasureRequest> erasureRequests() {
    return neighbours.ask(() -> consent.requests(NEWEST)).requests().stream()
        .filter(request -> request.type().equals("DELETE"))
        .map(ErasureEndpoint.Request::shown)
        .toList();
  }

  @Mutation("confirmErasure")
  @Description("Confirms the prepared answer, executes it and answers the person with it.")
  public @NonNull ErasureRequest confirmErasure(@NonNull @Id @Name("requestId") String requestId) {
    return neighbours.ask(() -> consent.confirm(requestId, Map.of()));
  }
}
