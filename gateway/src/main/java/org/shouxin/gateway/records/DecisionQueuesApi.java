package org.shouxin.gateway.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** Unmask requests and corrections that wait for the caller as their second person (issue 7.7). */
@GraphQLApi
@ApplicationScoped
public class DecisionQueuesApi {
  private final DecisionQueueEndpoint queues;
  private final Neighbours neighbours;

  @Inject
  DecisionQueuesApi(@RestClient DecisionQueueEndpoint queues, Neighbours neighbours) {
    this.queues = queues;
    this.neighbours = neighbours;
  }

  @Query("unmaskQueue")
  @Description("Other employees' requests to see a field that wait for the caller, oldest first.")
  public @NonNull List<@NonNull WaitingUnmask> unmaskQueue() {
    return neighbours.ask(queues::unmasks);
  }

  @Query("correctionQueue")
  @Description("Other people's corrections that wait for the caller, oldest first.")
  public @NonNull List<@NonNull WaitingCorrection> correctionQueue() {
    return neighbours.ask(queues::corrections);
  }

  @Query("proposedChange")
  @Description("A waiting correction with both values masked; the read is recorded (FOUR_EYES).")
  public @NonNull ProposedChange proposedChange(
      @NonNull @Id @Name("correctionId") String correctionId) {
    return neighbours.ask(() -> queues.proposed(correctionId));
  }
}
