package org.shouxin.gateway.records;

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

/** What a campaign asks the customer herself, in the portal (R-RC-02). */
@GraphQLApi
@ApplicationScoped
public class OwnCampaignsApi {
  private final CampaignEndpoint campaigns;
  private final Neighbours neighbours;

  @Inject
  OwnCampaignsApi(@RestClient CampaignEndpoint campaigns, Neighbours neighbours) {
    this.campaigns = campaigns;
    this.neighbours = neighbours;
  }

  @Query("ownCampaignItems")
  @Description("What the caller is asked to check about herself.")
  public @NonNull List<@NonNull CampaignItem> ownCampaignItems() {
    return neighbours.ask(campaigns::mine);
  }

  @Mutation("openCampaignLink")
  @Description("Opens a one-time link for the signed-in customer whom it was sent to.")
  public @NonNull CampaignItem openCampaignLink(@NonNull @Name("token") String token) {
    return neighbours.ask(() -> campaigns.openLink(new CampaignEndpoint.Token(token)));
  }

  @Mutation("confirmCampaignItem")
  @Description("The caller says that her data are right as they are.")
  public @NonNull CampaignItem confirmCampaignItem(@NonNull @Id @Name("itemId") String itemId) {
    return neighbours.ask(() -> campaigns.confirm(itemId));
  }

  @Mutation("refuseCampaignItem")
  @Description("The caller does not want to answer.")
  public @NonNull CampaignItem refuseCampaignItem(@NonNull @Id @Name("itemId") String itemId) {
    return neighbours.ask(() -> campaigns.refuse(itemId));
  }
}
