package org.shouxin.gateway.people;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** consent-service behind {@link AgreementCheckApi}. */
@RegisterRestClient(configKey = "consent-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/recipients/{recipientId}/agreement-checks")
interface AgreementCheckEndpoint {

  @GET
  List<AgreementCheck> list(@PathParam("recipientId") String recipientId);

  @POST
  AgreementCheck record(@PathParam("recipientId") String recipientId, AgreementCheckInput input);

  @POST
  @Path("/{checkId}/closure")
  AgreementCheck close(
      @PathParam("recipientId") String recipientId,
      @PathParam("checkId") String checkId,
      Closure body);

  /** The body of it. */
  record Closure(String outcome) {}
}
