package org.shouxin.records.transfer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** audit-service's restore drills; called with this service's own token. */
@RegisterRestClient(configKey = "audit-service")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1/restore-tests")
@Produces(MediaType.APPLICATION_JSON)
interface RestoreTestApi {

  @GET
  @Path("/verified/{eventId}")
  VerifiedBackup verified(
      @PathParam("eventId") String eventId, @QueryParam("controller") String controller);

  /** A backup that a drill restored without a fault. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record VerifiedBackup(String eventId, Instant backedUpAt) {}
}
