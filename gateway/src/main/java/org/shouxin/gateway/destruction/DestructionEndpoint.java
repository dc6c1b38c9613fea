package org.shouxin.gateway.destruction;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Destructions at audit-service; only this package calls it. */
@RegisterRestClient(configKey = "audit-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/destruction/plans")
@Consumes(MediaType.APPLICATION_JSON)
interface DestructionEndpoint {

  @GET
  List<DestructionPlan> list(@QueryParam("after") @Nullable String after);

  @POST
  DestructionPlan propose(Proposal proposal);

  @GET
  @Path("/{id}")
  DestructionPlan get(@PathParam("id") String id);

  @GET
  @Path("/{id}/items")
  List<DestructionItem> items(
      @PathParam("id") String id, @QueryParam("after") @Nullable String after);

  @POST
  @Path("/{id}/{step}")
  DestructionPlan step(
      @PathParam("id") String id, @PathParam("step") String step, Map<String, Object> body);

  @POST
  @Path("/{id}/media/{item}")
  DestructionPlan medium(@PathParam("id") String id, @PathParam("item") String item);

  @POST
  @Path("/{id}/codes")
  Code code(@PathParam("id") String id, Map<String, Object> body);

  @GET
  @Path("/{id}/certificate")
  DestructionCertificate certificate(@PathParam("id") String id);

  @GET
  @Path("/{id}/certificate/document")
  @Produces("application/pdf")
  byte[] document(@PathParam("id") String id, @QueryParam("language") String language);

  /** A list and why. */
  record Proposal(String cause, List<Line> items) {}

  /** A line of it. */
  record Line(
      String store,
      @Nullable String customerId,
      String recordRef,
      String retentionClass,
      @Nullable String method) {

    static Line of(ScopeItemInput input) {
      String recordRef = input.recordRef();
      return new Line(
          input.store(),
          input.customerId(),
          recordRef == null ? "" : recordRef,
          input.retentionClass(),
          input.method());
    }
  }

  /** A code for a person. */
  record Code(String code) {}
}
