package org.shouxin.gateway.people;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** consent-service behind {@link BanApi}. */
@RegisterRestClient(configKey = "consent-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface BanEndpoint {

  @GET
  @Path("/bans")
  List<Ban> bans();

  @GET
  @Path("/partner-agents")
  List<PartnerAgent> partnerAgents();

  @POST
  @Path("/bans")
  Ban proposeBan(BanInput input);

  @POST
  @Path("/bans/{banId}/approval")
  Ban approveBan(@PathParam("banId") String banId);

  @POST
  @Path("/bans/{banId}/appeal")
  Ban appealBan(@PathParam("banId") String banId, Evidence body);

  @POST
  @Path("/bans/{banId}/appeal-decision")
  Ban decideBanAppeal(@PathParam("banId") String banId, AppealDecision body);

  @POST
  @Path("/bans/{banId}/police-referral")
  Ban referBan(@PathParam("banId") String banId, Reference body);

  @PUT
  @Path("/partner-agents/{agentNo}")
  PartnerAgent declarePartnerAgent(@PathParam("agentNo") String agentNo, PartnerAgentInput input);

  /** The body of it. */
  record AppealDecision(Boolean upheld) {}

  /** The body of it. */
  record Reference(String reference) {}

  /** The body of it. */
  record Evidence(String evidence) {}
}
