package org.shouxin.gateway.audit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Alerts at audit-service over REST. */
@RegisterRestClient(configKey = "audit-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/alerts")
interface AlertsEndpoint {

  @GET
  Page alerts(
      @QueryParam("state") @Nullable String state,
      @QueryParam("first") int first,
      @QueryParam("after") @Nullable String after);

  @POST
  @Path("/{id}/verdict")
  Alert decide(@PathParam("id") String id, Verdict verdict);

  /** {@code cursors} has one for each alert, in order. */
  record Page(List<Alert> alerts, List<String> cursors, boolean hasNextPage) {}

  /** A verdict with its reason. */
  record Verdict(AlertVerdict verdict, String reason) {}
}
