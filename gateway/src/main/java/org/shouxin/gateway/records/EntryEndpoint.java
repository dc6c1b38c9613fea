package org.shouxin.gateway.records;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Entered customers and stale data at records-service; only {@link EntryApi} calls it. */
@RegisterRestClient(configKey = "records-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface EntryEndpoint {

  @POST
  @Path("/customers")
  EnteredCustomer enter(EnterCustomerInput person);

  @GET
  @Path("/stale-data")
  List<StaleFinding> staleData();

  @POST
  @Path("/stale-data/bounces")
  void bounced(Bounce bounce);

  /** Which contact point did not take a message. */
  record Bounce(String customerId, String field) {}
}
