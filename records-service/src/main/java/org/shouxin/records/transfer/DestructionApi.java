package org.shouxin.records.transfer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.RemoteProblems;

/** audit-service's destruction plans for leftovers; called with this service's own token. */
@RegisterRestClient(configKey = "audit-service")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1/destruction/leftovers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface DestructionApi {

  @POST
  Proposed propose(LeftoverOrder order);

  @POST
  @Path("/query")
  List<Plan> plans(Question question);

  /** People who moved, and which kinds of their records are to go. */
  record LeftoverOrder(
      String controllerId,
      String transferId,
      String decidedBy,
      List<String> people,
      Set<String> kinds) {}

  /** Whose plans. */
  record Question(String controllerId, String transferId) {}

  /** What was proposed; {@code waiting} is what a hold or the law keeps for now. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Proposed(int proposed, int waiting) {}

  /**
   * A destruction plan.
   *
   * @param certificateSha256 digest of its certificate, once there is one
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Plan(UUID planId, String state, @Nullable String certificateSha256) {}
}
