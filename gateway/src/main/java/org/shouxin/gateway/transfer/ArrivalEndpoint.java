package org.shouxin.gateway.transfer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Arriving packages at records-service, for the receiver; only this package calls it. */
@RegisterRestClient(configKey = "records-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/arrivals")
@Consumes(MediaType.APPLICATION_JSON)
interface ArrivalEndpoint {

  @GET
  @Path("/keys")
  TransferKeys keys();

  @POST
  Arrival open(OpenArrivalInput opening);

  @GET
  @Path("/{id}")
  Arrival get(@PathParam("id") String id);

  @POST
  @Path("/{id}/admission")
  Arrival admit(@PathParam("id") String id);

  @POST
  @Path("/{id}/assignment")
  Arrival assign(@PathParam("id") String id, Map<String, String> body);

  @POST
  @Path("/{id}/receipt")
  SignedReceipt receipt(@PathParam("id") String id);
}
