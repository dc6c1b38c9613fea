package org.shouxin.records.correction.propagation;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** consent-service knows the recipients' webhooks and signs what is sent to them. */
@RegisterRestClient(configKey = "consent-service")
@OidcClientFilter
@Path("/v1/webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface RecipientCallApi {

  @POST
  @Path("/{recipientId}/corrections")
  Answer send(@PathParam("recipientId") String recipientId, Message message);

  /** What the recipient is told; no value. */
  record Message(
      String controllerId,
      UUID noticeId,
      UUID customerId,
      String field,
      Instant correctedAt,
      Instant acknowledgeBy) {}

  /** TAKEN, NOT_TAKEN or NO_WEBHOOK. */
  record Answer(String outcome) {}
}
