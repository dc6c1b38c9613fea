package org.shouxin.audit.monitor;

import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.SERVICE;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** Plants canaries. There is no way to list them. */
@Path("/v1/canaries")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CanariesResource {

  /** The canary's customer id. */
  public record Canary(@NotNull @Size(max = 36) String subjectRef) {}

  /** A proposal that waits for another person. */
  public record Proposed(String id) {}

  /**
   * The decoys of one export.
   *
   * @param plantedBy who asked for the export
   * @param approvedBy who approved it
   */
  public record Exported(
      @NotNull @Size(max = 50) String controllerId,
      @NotNull @Size(max = 60) String plantedBy,
      @NotNull @Size(max = 60) String approvedBy,
      @NotNull @Size(min = 1, max = 50) List<@NotNull UUID> subjectRefs) {}

  private final Canaries canaries;
  private final CurrentActor actor;

  @Inject
  CanariesResource(Canaries canaries, CurrentActor actor) {
    this.canaries = canaries;
    this.actor = actor;
  }

  @POST
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Proposes a customer id as a canary; another person plants it")
  public Proposed propose(@NotNull @Valid Canary canary) {
    return new Proposed(canaries.propose(actor.get(), Ids.parse(canary.subjectRef())).toString());
  }

  @POST
  @Path("/{id}/approval")
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Plants somebody else's proposal: whoever looks at it is blocked")
  public void approve(@PathParam("id") String id) {
    canaries.approve(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/exported")
  @RolesAllowed(SERVICE)
  @Operation(summary = "Plants the decoys of an approved export")
  public void exported(@NotNull @Valid Exported exported) {
    canaries.plantExported(
        new ControllerId(exported.controllerId()),
        exported.plantedBy(),
        exported.approvedBy(),
        exported.subjectRefs());
  }
}
