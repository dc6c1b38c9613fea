package org.shouxin.gateway.retention;

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

/** Retention and holds at audit-service; only this package calls it. */
@RegisterRestClient(configKey = "audit-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface RetentionEndpoint {

  @POST
  @Path("/retention/query")
  List<KeptRecord> ofCustomer(Question question);

  @GET
  @Path("/retention/runs")
  List<RetentionRun> runs();

  @GET
  @Path("/legal-holds")
  List<LegalHold> holds();

  @POST
  @Path("/legal-holds")
  LegalHold place(Placing placing);

  @POST
  @Path("/legal-holds/{id}/{step}")
  LegalHold step(@PathParam("id") String id, @PathParam("step") String step, Reason reason);

  /** Whose records. */
  record Question(String customerId) {}

  /** What is to be held, and why. */
  record Placing(LegalHoldScope scope, String reason) {}

  /** Why; empty where none is asked for. */
  record Reason(String reason) {}
}
