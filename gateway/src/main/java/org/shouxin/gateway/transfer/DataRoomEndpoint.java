package org.shouxin.gateway.transfer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Data rooms at records-service, for the buyer's viewers; only this package calls it. */
@RegisterRestClient(configKey = "records-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/data-rooms/{id}")
@Consumes(MediaType.APPLICATION_JSON)
interface DataRoomEndpoint {

  @POST
  @Path("/agreement")
  void accept(@PathParam("id") String id, Map<String, String> body);

  @POST
  @Path("/tables")
  Shown<Table> table(@PathParam("id") String id, TableQuestion question);

  @POST
  @Path("/sample")
  Shown<List<Map<String, String>>> sample(@PathParam("id") String id, Map<String, String> body);

  @POST
  @Path("/notes")
  Shown<List<String>> notes(@PathParam("id") String id, Map<String, String> body);

  /** What is shown, and its watermark. */
  record Shown<T>(T content, String watermark) {}

  /** A table. */
  record Table(List<Row> rows, int suppressed) {}

  /** People with these values. */
  record Row(Map<String, String> values, int people) {}

  /** A table by these dimensions. */
  record TableQuestion(String sellerId, List<String> dimensions) {}
}
