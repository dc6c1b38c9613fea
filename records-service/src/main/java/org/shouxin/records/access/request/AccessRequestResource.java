package org.shouxin.records.access.request;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role.Names;

/** Requests for access beyond one's own rights, and break-glass (R-AC-02). */
@Path("/v1/access-requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AccessRequestResource {
  private final AccessRequests requests;
  private final RequestDecisions decisions;
  private final CurrentActor actor;

  AccessRequestResource(AccessRequests requests, RequestDecisions decisions, CurrentActor actor) {
    this.requests = requests;
    this.decisions = decisions;
    this.actor = actor;
  }

  /** Whether the use of break-glass was justified. */
  record Review(@NotNull Boolean justified) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Asks to read people beyond one's own rights for at most 24 hours")
  public RequestView ask(@NotNull @Valid RequestBody body) {
    return requests.ask(actor.get(), RequestKind.APPROVAL, body);
  }

  @POST
  @Path("/break-glass")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Opens access at once for at most an hour; alarms, and is reviewed (K-23)")
  public RequestView breakGlass(@NotNull @Valid RequestBody body) {
    return requests.ask(actor.get(), RequestKind.BREAK_GLASS, body);
  }

  @GET
  @RolesAllowed({Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "The caller's own requests, newest first")
  public List<RequestView> own() {
    return requests.listOwn(actor.get());
  }

  @GET
  @Path("/queue")
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "What waits for the caller's decision or review, oldest first")
  public List<RequestView> queue() {
    return decisions.queue(actor.get());
  }

  @POST
  @Path("/{id}/approval")
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Opens somebody else's waiting request")
  public RequestView approve(@PathParam("id") String id) {
    return decisions.approve(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/rejection")
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Rejects somebody else's waiting request")
  public RequestView reject(@PathParam("id") String id) {
    return decisions.reject(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/review")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Reviews somebody else's break-glass")
  public RequestView review(@PathParam("id") String id, @NotNull @Valid Review review) {
    return decisions.review(actor.get(), Ids.parse(id), review.justified());
  }
}
