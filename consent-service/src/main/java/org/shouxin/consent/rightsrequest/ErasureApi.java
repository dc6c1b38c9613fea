package org.shouxin.consent.rightsrequest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** audit-service decides about erasure, record by record; asked with this service's own token. */
@RegisterRestClient(configKey = "audit-service")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface ErasureApi {

  @POST
  Erasure assess(Asked asked);

  /** A verified person's request. */
  record Asked(String controllerId, String requestId, String customerId) {}

  /** The answer for each record. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Erasure(UUID requestId, boolean confirmed, List<ErasureAnswer> records) {}
}
