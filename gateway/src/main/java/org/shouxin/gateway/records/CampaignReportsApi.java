package org.shouxin.gateway.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** The report of a campaign to its insurer (R-RC-02); each reading is recorded. */
@GraphQLApi
@ApplicationScoped
public class CampaignReportsApi {
  private final CampaignEndpoint campaigns;
  private final Neighbours neighbours;

  @Inject
  CampaignReportsApi(@RestClient CampaignEndpoint campaigns, Neighbours neighbours) {
    this.campaigns = campaigns;
    this.neighbours = neighbours;
  }

  @Query("campaignReport")
  @Description("The report to the insurer.")
  public @NonNull CampaignReport campaignReport(
      @NonNull @Id @Name("campaignId") String campaignId) {
    return neighbours.ask(() -> campaigns.report(campaignId)).shown();
  }

  @Query("campaignTable")
  @Description("The report as CSV.")
  public @NonNull String campaignTable(@NonNull @Id @Name("campaignId") String campaignId) {
    return neighbours.ask(() -> campaigns.table(campaignId));
  }

  @Query("campaignLetter")
  @Description("The covering letter of the report in zh-CN or en.")
  public @NonNull String campaignLetter(
      @NonNull @Id @Name("campaignId") String campaignId,
      @NonNull @Name("language") String language) {
    return neighbours.ask(() -> campaigns.letter(campaignId, language));
  }
}
