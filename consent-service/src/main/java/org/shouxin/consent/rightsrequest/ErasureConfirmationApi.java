package org.shouxin.consent.rightsrequest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** audit-service executes an erasure; called with the confirming officer's own token (D-04). */
@RegisterRestClient(configKey = "audit-service")
@RegisterProvider(RemoteProblems.class)
@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface ErasureConfirmationApi {

  @POST
  @Path("/{requestId}/confirmation")
  ErasureApi.Erasure confirm(
      @HeaderParam("Authorization") String authorization, @PathParam("requestId") UUID requestId);
}
