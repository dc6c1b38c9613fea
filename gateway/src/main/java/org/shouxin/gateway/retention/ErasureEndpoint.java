package org.shouxin.gateway.retention;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Erasure requests at consent-service; only this package calls it. */
@RegisterRestClient(configKey = "consent-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/rights-requests")
interface ErasureEndpoint {

  @POST
  @Path("/query")
  Page requests(Newest newest);

  @POST
  @Path("/{id}/erasure-confirmation")
  ErasureRequest confirm(@PathParam("id") String id, Map<String, String> nothing);

  /** How many, newest first. */
  record Newest(int first) {}

  /** Rights requests of every type, newest first. */
  record Page(List<Request> requests) {}

  /** A rights request; only deletions have an erasure. */
  record Request(
      String id,
      String customerId,
      String type,
      String state,
      String receivedAt,
      String dueAt,
      List<ErasureRecord> erasure) {

    ErasureRequest shown() {
      return new ErasureRequest(id, customerId, state, receivedAt, dueAt, erasure);
    }
  }
}
