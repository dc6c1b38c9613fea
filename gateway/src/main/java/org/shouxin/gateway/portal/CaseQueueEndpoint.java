package org.shouxin.gateway.portal;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** The cases of a controller at consent-service; only {@link CaseQueueApi} calls it. */
@RegisterRestClient(configKey = "consent-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface CaseQueueEndpoint {

  @POST
  @Path("/complaints/query")
  Complaints complaints(OwnCasesEndpoint.Newest newest);

  @POST
  @Path("/rights-requests/query")
  Requests requests(OwnCasesEndpoint.Newest newest);

  /** Complaints, newest first. */
  record Complaints(List<ComplaintCase> complaints) {}

  /** Rights requests, newest first. */
  record Requests(List<RequestCase> requests) {}
}
