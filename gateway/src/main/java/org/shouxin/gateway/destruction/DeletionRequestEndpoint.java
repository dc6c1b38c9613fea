package org.shouxin.gateway.destruction;

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

/** Requests to delete at consent-service. */
@RegisterRestClient(configKey = "consent-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/deletion-requests")
interface DeletionRequestEndpoint {

  @GET
  List<DeletionRequest> list();

  @POST
  @Path("/{id}/confirmation")
  DeletionRequest confirm(@PathParam("id") String id);
}
