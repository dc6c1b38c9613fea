package org.shouxin.gateway.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** Publishing notices, and who has not been told yet (R-CN-01). */
@GraphQLApi
@ApplicationScoped
public class NoticePublishingApi {
  private final ComplianceEndpoint consent;
  private final Neighbours neighbours;

  @Inject
  NoticePublishingApi(@RestClient ComplianceEndpoint consent, Neighbours neighbours) {
    this.consent = consent;
    this.neighbours = neighbours;
  }

  @Query("uninformedPeople")
  @Description("Insured people who have not been shown their notice.")
  public @NonNull List<@NonNull UninformedPerson> uninformedPeople() {
    return neighbours.ask(() -> consent.uninformed());
  }

  @Mutation("publishNotice")
  @Description("Publishes a notice; NOTICE_INCOMPLETE names each missing item of the 19 (DR-11).")
  public @NonNull PublishedNotice publishNotice(@NonNull @Name("input") NoticeInput input) {
    return neighbours.ask(() -> consent.publish(input));
  }
}
