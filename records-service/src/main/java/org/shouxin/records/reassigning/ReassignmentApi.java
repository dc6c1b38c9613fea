package org.shouxin.records.reassigning;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** consent-service's open reassignments; called with this service's own token. */
@RegisterRestClient(configKey = "consent-service")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1/reassignments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface ReassignmentApi {

  @GET
  List<Reassignment> listOpen();

  @POST
  @Path("/done")
  void done(Done done);

  /** One employee's customers go to another. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reassignment(String controllerId, String id, String fromEmployee, String toEmployee) {}

  /** What was moved. */
  record Done(String controllerId, String id, String fromEmployee, int customers) {}
}
