package org.shouxin.records.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** consent-service, asked who answers for a child; called with this service's own token. */
@RegisterRestClient(configKey = "consent-service")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1/guardianships")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface GuardianApi {

  @POST
  @Path("/guardians")
  InPower guardians(Child child);

  /** A child of one controller. */
  record Child(String controllerId, String childId) {}

  /** Guardians in power today. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record InPower(List<String> guardianIds) {}
}
