package org.shouxin.consent.receipt;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** audit-service as receipts see it, called with the caller's own token (D-04). */
@RegisterRestClient(configKey = "audit-service")
@RegisterProvider(RemoteProblems.class)
@Path("/v1/proofs")
@Produces(MediaType.APPLICATION_JSON)
interface LogApi {

  /** Waits up to two seconds for the event's integration. */
  @GET
  @Path("/inclusion/{eventId}")
  Inclusion inclusion(
      @HeaderParam("Authorization") String authorization, @PathParam("eventId") UUID eventId);

  /** The entry, its place, the path to the root (the leaf's sibling first) and the signed note. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Inclusion(
      UUID eventId, String leaf, long logIndex, List<String> hashes, String checkpoint) {}
}
