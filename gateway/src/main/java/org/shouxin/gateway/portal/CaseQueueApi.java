package org.shouxin.gateway.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** The work queues of complaints and rights requests (R-CP-01, R-CP-02), without their texts. */
@GraphQLApi
@ApplicationScoped
public class CaseQueueApi {
  private static final OwnCasesEndpoint.Newest NEWEST = new OwnCasesEndpoint.Newest(50);

  private final CaseQueueEndpoint consent;
  private final Neighbours neighbours;

  @Inject
  CaseQueueApi(@RestClient CaseQueueEndpoint consent, Neighbours neighbours) {
    this.consent = consent;
    this.neighbours = neighbours;
  }

  @Query("complaintQueue")
  @Description("The 50 newest complaints with their clocks, for supervisors and compliance.")
  public @NonNull List<@NonNull ComplaintCase> complaintQueue() {
    return neighbours.ask(() -> consent.complaints(NEWEST)).complaints();
  }

  @Query("requestQueue")
  @Description(
      "The 50 newest rights requests with their clocks: all for supervisors and compliance, for a client manager those that he recorded.")
  public @NonNull List<@NonNull RequestCase> requestQueue() {
    return neighbours.ask(() -> consent.requests(NEWEST)).requests();
  }
}
