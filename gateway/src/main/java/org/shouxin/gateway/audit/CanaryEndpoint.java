package org.shouxin.gateway.audit;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Canaries at audit-service; only {@link CanaryApi} calls it. */
@RegisterRestClient(configKey = "audit-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/canaries")
interface CanaryEndpoint {

  @POST
  Proposed propose(Canary canary);

  @POST
  @Path("/{id}/approval")
  void approve(@PathParam("id") String id);

  /** Whose record nobody has a reason to look at. */
  record Canary(String subjectRef) {}

  /** A proposal that waits for another person. */
  record Proposed(String id) {}
}
