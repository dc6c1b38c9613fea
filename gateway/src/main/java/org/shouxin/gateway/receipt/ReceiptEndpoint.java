package org.shouxin.gateway.receipt;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Receipts at consent-service; only {@link ReceiptApi} calls it. */
@RegisterRestClient(configKey = "consent-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/receipts")
interface ReceiptEndpoint {

  @POST
  @Path("/query")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  Page query(Query query);

  @GET
  @Path("/{id}")
  @Produces("application/ld+json")
  String receipt(@PathParam("id") String id);

  @GET
  @Path("/{id}/document")
  @Produces("application/pdf")
  byte[] document(@PathParam("id") String id, @QueryParam("language") String language);

  /** Whose receipts, at most a page. */
  record Query(String customerId, int first, @Nullable String after) {}

  /** A page; a cursor stands beside each receipt. */
  record Page(List<Receipt> receipts, List<String> cursors, boolean hasNextPage) {}
}
