package org.shouxin.gateway.intake;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Imports at records-service; only {@link ImportApi} calls it. */
@RegisterRestClient(configKey = "records-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/imports")
interface ImportEndpoint {

  @GET
  @Path("/{id}")
  Progress progress(@PathParam("id") String id);

  /** As records-service tells it. */
  record Progress(
      String id,
      String state,
      @Nullable String refusal,
      @Nullable String duplicateOf,
      String receivedAt,
      @Nullable String finishedAt,
      int rowsRead,
      int rowsAccepted,
      int rowsRejected,
      int newCustomers,
      int knownCustomers,
      int newPolicies) {

    BookImport shown() {
      return new BookImport(
          id,
          state,
          refusal,
          duplicateOf,
          receivedAt,
          finishedAt,
          rowsRead,
          rowsAccepted,
          rowsRejected,
          newCustomers,
          knownCustomers,
          newPolicies,
          "/files/imports/" + id + "/defects");
    }
  }
}
