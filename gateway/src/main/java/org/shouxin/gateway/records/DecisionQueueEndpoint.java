package org.shouxin.gateway.records;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** What waits for a second person; only {@link DecisionQueuesApi} calls it. */
@RegisterRestClient(configKey = "records-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface DecisionQueueEndpoint {

  @GET
  @Path("/unmask-grants/queue")
  List<WaitingUnmask> unmasks();

  @GET
  @Path("/corrections/{id}")
  ProposedChange proposed(@PathParam("id") String id);

  @GET
  @Path("/corrections/queue")
  List<WaitingCorrection> corrections();
}
