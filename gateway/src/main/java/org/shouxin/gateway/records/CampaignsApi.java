package org.shouxin.gateway.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** Inventory campaigns for staff and partners (R-RC-02). */
@GraphQLApi
@ApplicationScoped
public class CampaignsApi {
  private final CampaignEndpoint campaigns;
  private final Neighbours neighbours;

  @Inject
  CampaignsApi(@RestClient CampaignEndpoint campaigns, Neighbours neighbours) {
    this.campaigns = campaigns;
    this.neighbours = neighbours;
  }

  @Mutation("openCampaign")
  @Description("Opens a campaign by a letter; every defect in its scope becomes an item.")
  public @NonNull Campaign openCampaign(@NonNull @Name("input") OpenCampaignInput input) {
    return neighbours.ask(() -> campaigns.open(input));
  }

  @Query("campaigns")
  @Description("Campaigns, newest first; a partner's and a manager's with items of theirs.")
  public @NonNull List<@NonNull Campaign> campaigns() {
    return neighbours.ask(campaigns::list);
  }

  @Query("campaignItems")
  @Description("The caller's items of a campaign.")
  public @NonNull List<@NonNull CampaignItem> campaignItems(
      @NonNull @Id @Name("campaignId") String campaignId,
      @DefaultValue("true") @Name("open") @NonNull Boolean open) {
    return neighbours.ask(() -> campaigns.items(campaignId, open));
  }

  @Query("nonCooperation")
  @Description("From the day after the last one: partners with open items, with evidence.")
  public @NonNull List<@NonNull NonCooperation> nonCooperation(
      @NonNull @Id @Name("campaignId") String campaignId) {
    return neighbours.ask(() -> campaigns.nonCooperation(campaignId));
  }

  @Mutation("holdCommission")
  @Description(
      "Holds the commission of every policy of a campaign that is not right; how many items.")
  public @NonNull Integer holdCommission(@NonNull @Id @Name("campaignId") String campaignId) {
    return neighbours.ask(() -> campaigns.hold(campaignId)).items();
  }

  @Mutation("recordContactAttempt")
  @Description("Records an attempt to reach the customer of an item.")
  public @NonNull @Id String recordContactAttempt(
      @NonNull @Id @Name("itemId") String itemId,
      @NonNull @Name("channel") String channel,
      @NonNull @Name("reached") Boolean reached) {
    return neighbours.ask(() -> {
      campaigns.attempt(itemId, new CampaignEndpoint.Attempt(channel, reached));
      return itemId;
    });
  }

  @Mutation("sendCampaignLink")
  @Description("Sends the customer a one-time link to her item in the portal.")
  public @NonNull @Id String sendCampaignLink(@NonNull @Id @Name("itemId") String itemId) {
    return neighbours.ask(() -> {
      campaigns.sendLink(itemId);
      return itemId;
    });
  }

  @Mutation("closeCampaignItem")
  @Description("Closes an item as CONFIRMED_OK, UNREACHABLE or REFUSED, with evidence.")
  public @NonNull CampaignItem closeCampaignItem(
      @NonNull @Id @Name("itemId") String itemId,
      @NonNull @Name("outcome") String outcome,
      @NonNull @Name("evidence") String evidence) {
    return neighbours.ask(
        () -> campaigns.close(itemId, new CampaignEndpoint.Outcome(outcome, evidence)));
  }
}
