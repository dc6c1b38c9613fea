package org.shouxin.gateway.records;

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

/** Access requests at records-service; only {@link AccessRequestsApi} calls it. */
@RegisterRestClient(configKey = "records-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface AccessRequestEndpoint {

  @POST
  @Path("/access-requests")
  AccessRequest ask(RequestAccessInput request);

  @POST
  @Path("/access-requests/break-glass")
  AccessRequest breakGlass(RequestAccessInput request);

  @GET
  @Path("/access-requests")
  List<AccessRequest> own();

  @GET
  @Path("/access-requests/queue")
  List<AccessRequest> queue();

  @POST
  @Path("/access-requests/{id}/approval")
  AccessRequest approve(@PathParam("id") String id);

  @POST
  @Path("/access-requests/{id}/rejection")
  AccessRequest reject(@PathParam("id") String id);

  @POST
  @Path("/access-requests/{id}/review")
  AccessRequest review(@PathParam("id") String id, Review review);

  @POST
  @Path("/customers/approved")
  RecordsEndpoint.Found read(ApprovedRead read);

  /** Whether the use of break-glass was justified. */
  record Review(boolean justified) {}

  /** The people of an open request, and which of its fields. */
  record ApprovedRead(String accessRequestId, List<String> fields) {}
}
