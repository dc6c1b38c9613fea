package org.shouxin.platform.block;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.RemoteProblems;

/** audit-service's list of blocks; asked with this service's own token. */
@RegisterRestClient(configKey = "audit-service")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1/blocks")
@Produces(MediaType.APPLICATION_JSON)
interface BlockLists {

  @GET
  Answer list(@QueryParam("known") long known);

  /** The whole list; no blocks where the asked version is the newest. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(long version, @Nullable List<Line> blocks) {}

  /** One actor. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Line(
      String controllerId,
      String actorKind,
      String actorId,
      String interception,
      Instant since,
      @Nullable Instant until) {}
}
