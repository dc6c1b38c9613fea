package org.shouxin.records.destruction;

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

/** audit-service's orders to destroy; called with this service's own token. */
@RegisterRestClient(configKey = "audit-service")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1/destruction/orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface OrderApi {

  @POST
  @Path("/next")
  List<Order> next();

  @POST
  @Path("/done")
  void done(Done done);

  @POST
  @Path("/failed")
  void failed(Failed failed);

  /** One thing to destroy; {@code recordRef} is empty for the whole person. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Order(UUID orderId, String controllerId, UUID planId, UUID customerId, String recordRef) {}

  /** It is destroyed; of a whole person also in which exported files she stood. */
  record Done(
      UUID orderId, String controllerId, int rowsDestroyed, List<ExportedFiles.Exported> exports) {}

  /** It is not, or in part; a code says why. */
  record Failed(UUID orderId, String controllerId, String fault) {}
}
