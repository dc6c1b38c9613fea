package org.shouxin.gateway.records;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Campaigns at records-service; only {@link CampaignsApi} and {@link OwnCampaignsApi} call it. */
@RegisterRestClient(configKey = "records-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface CampaignEndpoint {

  @POST
  @Path("/campaigns")
  Campaign open(OpenCampaignInput letter);

  @GET
  @Path("/campaigns")
  List<Campaign> list();

  @GET
  @Path("/campaigns/{id}/items")
  List<CampaignItem> items(@PathParam("id") String id, @QueryParam("open") boolean open);

  @GET
  @Path("/campaigns/{id}/non-cooperation")
  List<NonCooperation> nonCooperation(@PathParam("id") String id);

  @POST
  @Path("/campaigns/{id}/commission-hold")
  Held hold(@PathParam("id") String id);

  @POST
  @Path("/campaign-items/{id}/attempts")
  void attempt(@PathParam("id") String id, Attempt attempt);

  @POST
  @Path("/campaign-items/{id}/link")
  void sendLink(@PathParam("id") String id);

  @POST
  @Path("/campaign-items/{id}/outcome")
  CampaignItem close(@PathParam("id") String id, Outcome outcome);

  @GET
  @Path("/campaign-items/mine")
  List<CampaignItem> mine();

  @POST
  @Path("/campaign-items/link-opening")
  CampaignItem openLink(Token token);

  @POST
  @Path("/campaign-items/{id}/confirmation")
  CampaignItem confirm(@PathParam("id") String id);

  @POST
  @Path("/campaign-items/{id}/refusal")
  CampaignItem refuse(@PathParam("id") String id);

  @GET
  @Path("/campaigns/{id}/report")
  Report report(@PathParam("id") String id);

  @GET
  @Path("/campaigns/{id}/report/table")
  @Produces("text/csv")
  String table(@PathParam("id") String id);

  @GET
  @Path("/campaigns/{id}/report/letter")
  @Produces("text/plain")
  String letter(@PathParam("id") String id, @QueryParam("language") String language);

  /** As records-service tells it. */
  record Report(
      String campaignId,
      String insurer,
      String letterReference,
      String letterSha256,
      String dueOn,
      int policies,
      int cleanPolicies,
      Map<String, Integer> outcomes,
      List<CampaignReport.Line> lines) {

    CampaignReport shown() {
      return new CampaignReport(
          campaignId,
          insurer,
          letterReference,
          letterSha256,
          dueOn,
          policies,
          cleanPolicies,
          outcomes.entrySet().stream()
              .map(each -> new CampaignReport.Outcome(each.getKey(), each.getValue()))
              .toList(),
          lines);
    }
  }

  /** How many items' policies are held. */
  record Held(int items) {}

  /** How somebody tried to reach the customer. */
  record Attempt(String channel, boolean reached) {}

  /** How it ended, and what shows it. */
  record Outcome(String outcome, String evidence) {}

  /** The token of a link. */
  record Token(String token) {}
}
