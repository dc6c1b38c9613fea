package org.shouxin.gateway.backup;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Access to backups at audit-service; only this package calls it. */
@RegisterRestClient(configKey = "audit-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface BackupAccessEndpoint {

  @GET
  @Path("/backup-accesses")
  List<BackupAccess> list();

  @POST
  @Path("/backup-accesses")
  BackupAccess request(Request request);

  @POST
  @Path("/backup-accesses/{id}/{step}")
  BackupAccess step(@PathParam("id") String id, @PathParam("step") String step);

  @GET
  @Path("/backup-events")
  List<BackupEvent> events();

  /** What is asked for, and why. */
  record Request(BackupAccessScope scope, String reason) {}
}
