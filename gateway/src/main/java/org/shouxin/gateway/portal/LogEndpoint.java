package org.shouxin.gateway.portal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** The public face of the log: no token is needed. */
@RegisterRestClient(configKey = "audit-service")
@RegisterProvider(RemoteProblems.class)
@Path("/tlog")
interface LogEndpoint {

  @GET
  @Path("/vkey")
  @Produces(MediaType.TEXT_PLAIN)
  String vkey();

  @GET
  @Path("/checkpoint")
  @Produces(MediaType.TEXT_PLAIN)
  String checkpoint();
}
