package org.shouxin.gateway.intake;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Files at records-service, which take longer than a question; only the doors call it. */
@RegisterRestClient(configKey = "records-files")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface BookFiles {
  String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @POST
  @Path("/imports")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.APPLICATION_JSON)
  ImportEndpoint.Progress begin(InputStream book);

  @GET
  @Path("/imports/{id}/defects")
  @Produces("text/csv")
  InputStream defects(@PathParam("id") String id);

  @GET
  @Path("/imports/{id}/defects.xlsx")
  @Produces(XLSX)
  InputStream sheet(@PathParam("id") String id);

  @PUT
  @Path("/staff")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.APPLICATION_JSON)
  Recorded staff(InputStream list);

  /** How many employees a list names, and whose work address could not be read. */
  record Recorded(int employees, @Nullable List<String> unreadableEmails) {}
}
