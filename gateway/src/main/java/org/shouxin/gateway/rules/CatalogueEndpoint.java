package org.shouxin.gateway.rules;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** The catalogue at records-service; only {@link CatalogueApi} calls it. */
@RegisterRestClient(configKey = "records-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/catalogue")
interface CatalogueEndpoint {

  @GET
  List<FieldGrade> grades();

  @GET
  @Path("/proposals")
  List<GradeProposal> proposals();

  @POST
  @Path("/proposals")
  GradeProposal propose(Proposing proposal);

  @POST
  @Path("/proposals/{id}/approval")
  GradeProposal approve(@PathParam("id") String id, Map<String, String> nothing);

  @POST
  @Path("/proposals/{id}/rejection")
  GradeProposal reject(@PathParam("id") String id, Map<String, String> nothing);

  /** Another grade, and what it rests on. */
  record Proposing(GradeInput grade, String basis) {}
}
