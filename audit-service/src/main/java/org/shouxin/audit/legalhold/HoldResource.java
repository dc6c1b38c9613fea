package org.shouxin.audit.legalhold;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** Legal holds: the compliance officer places and proposes, another person agrees. */
@Path("/v1/legal-holds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class HoldResource {
  /** What is to be held, and why. */
  public record Placing(
      @NotNull @Valid HoldScope scope, @NotNull @Size(max = 2000) String reason) {}

  /** Why a hold may end. */
  public record ReleaseReason(@NotNull @Size(max = 2000) String reason) {}

  private final LegalHolds holds;
  private final CurrentActor actor;

  @Inject
  HoldResource(LegalHolds holds, CurrentActor actor) {
    this.holds = holds;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({COMPLIANCE_OFFICER, AUDITOR, SUPERVISOR})
  @Operation(summary = "The 100 newest holds")
  public List<HoldView> list() {
    return holds.list(actor.get());
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Places a hold on a person, a policy, a case or a query")
  public HoldView place(@NotNull @Valid Placing placing) {
    return holds.place(actor.get(), placing.scope(), placing.reason());
  }

  @POST
  @Path("/{id}/approval")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  @Operation(summary = "Brings a hold into force; another person than placed it")
  public HoldView approve(@PathParam("id") String id) {
    return holds.approve(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/release-proposal")
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Proposes the end of a hold, which stays in force")
  public HoldView proposeRelease(
      @PathParam("id") String id, @NotNull @Valid ReleaseReason release) {
    return holds.proposeRelease(actor.get(), Ids.parse(id), release.reason());
  }

  @POST
  @Path("/{id}/release")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  @Operation(summary = "Ends a hold; another person than proposed it")
  public HoldView release(@PathParam("id") String id) {
    return holds.release(actor.get(), Ids.parse(id));
  }
}
