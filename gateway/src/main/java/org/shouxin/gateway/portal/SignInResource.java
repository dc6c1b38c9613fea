package org.shouxin.gateway.portal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Where the code flow begins and ends: {@code quarkus.http.auth.permission.sign-in} sends a browser
 * without a session to Keycloak, which sends it back here, and from here to the portal.
 */
@Path("/sign-in")
public class SignInResource {

  @GET
  public RestResponse<Void> enter() {
    return RestResponse.seeOther(URI.create("/"));
  }
}
