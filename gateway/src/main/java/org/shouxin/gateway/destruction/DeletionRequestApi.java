package org.shouxin.gateway.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** Recipients' own deletions: asked by us, confirmed by them. */
@GraphQLApi
@ApplicationScoped
public class DeletionRequestApi {
  private final DeletionRequestEndpoint consent;
  private final Neighbours neighbours;

  @Inject
  DeletionRequestApi(@RestClient DeletionRequestEndpoint consent, Neighbours neighbours) {
    this.consent = consent;
    this.neighbours = neighbours;
  }

  @Query("deletionRequests")
  @Description("The newest 200 requests to delete: a partner's own, or all for compliance.")
  public @NonNull List<@NonNull DeletionRequest> deletionRequests() {
    return neighbours.ask(consent::list);
  }

  @Mutation("confirmDeletion")
  @Description("The recipient deleted what it had; or compliance has its letter saying so.")
  public @NonNull DeletionRequest confirmDeletion(@NonNull @Id @Name("id") String id) {
    return neighbours.ask(() -> consent.confirm(id));
  }
}
