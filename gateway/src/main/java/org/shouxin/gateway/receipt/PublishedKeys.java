package org.shouxin.gateway.receipt;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** The keys that receipts are signed with: public at consent-service, no token is needed. */
@RegisterRestClient(configKey = "consent-service")
@RegisterProvider(RemoteProblems.class)
@Path("/v1/receipts")
interface PublishedKeys {

  @GET
  @Path("/keys")
  @Produces("application/jwk-set+json")
  String keys();
}
