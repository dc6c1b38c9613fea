package org.shouxin.gateway.destruction;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Summaries at audit-service: the code is the right to see, no token is needed. */
@RegisterRestClient(configKey = "audit-service")
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/destruction/summaries")
@Consumes(MediaType.APPLICATION_JSON)
interface SummaryEndpoint {

  @POST
  DestructionSummary open(Map<String, Object> code);
}
