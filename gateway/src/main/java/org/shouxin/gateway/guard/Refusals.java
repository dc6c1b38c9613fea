package org.shouxin.gateway.guard;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** Where refusals at this edge become events: records-service has an outbox, the gateway none. */
@RegisterRestClient(configKey = "records-service")
@RegisterProvider(RemoteProblems.class)
@Path("/v1/refusals")
interface Refusals {

  /**
   * Answers with the refusal itself: ACCESS_BLOCKED or STEP_UP_REQUIRED once it is durable,
   * UNAUTHENTICATED for a token that is not for us.
   */
  @POST
  void record(@HeaderParam("Authorization") String authorization);
}
