package org.shouxin.consent.stoporder;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** audit-service's requests to recipients to delete; called with this service's own token. */
@RegisterRestClient(configKey = "audit-service")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1/destruction/recipient-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface DeletionRequestApi {

  @POST
  @Path("/claims")
  List<Asked> claim(Claim claim);

  @POST
  @Path("/outcomes")
  void report(Report report);

  /** How many are taken on. */
  record Claim(int most) {}

  /** One recipient is to delete what it has of one person. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Asked(
      UUID requestId,
      String controllerId,
      UUID customerId,
      String recipientId,
      Instant askedAt,
      Instant dueAt) {}

  /** TOLD or CONFIRMED. */
  record Report(UUID requestId, String controllerId, String outcome) {}
}
