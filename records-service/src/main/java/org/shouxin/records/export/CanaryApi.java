package org.shouxin.records.export;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** Tells audit-service which references are nobody's: whoever looks one up raises an alarm. */
@RegisterRestClient(configKey = "audit-service")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1/canaries")
@Consumes(MediaType.APPLICATION_JSON)
interface CanaryApi {

  @POST
  @Path("/exported")
  void plant(Planted planted);

  /**
   * The decoys of one export.
   *
   * @param plantedBy who asked for the export
   * @param approvedBy who approved it
   */
  record Planted(
      String controllerId, String plantedBy, String approvedBy, List<UUID> subjectRefs) {}
}
