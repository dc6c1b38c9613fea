package org.shouxin.records.disclosure.unmask;

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
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Unmask grants (issue 3 item 6). */
@Path("/v1/unmask-grants")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class UnmaskResource {
  private final UnmaskGrants grants;
  private final UnmaskQueue queue;
  private final CurrentActor actor;

  UnmaskResource(UnmaskGrants grants, UnmaskQueue queue, CurrentActor actor) {
    this.grants = grants;
    this.queue = queue;
    this.actor = actor;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(
      summary = "Asks to see one field of one person; with the value when no approval is needed")
  public UnmaskView request(@NotNull @Valid UnmaskRequest request) {
    String purpose = request.purpose();
    if (purpose == null || purpose.isBlank()) {
      throw new ProblemException(ProblemCode.PURPOSE_REQUIRED);
    }
    return grants.request(actor.get(), purpose, request);
  }

  @GET
  @Path("/queue")
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Other people's requests that wait for the caller's decision, oldest first")
  public List<WaitingUnmask> queue() {
    return queue.of(actor.get());
  }

  @POST
  @Path("/{id}/approval")
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Opens somebody else's waiting grant for 15 minutes")
  public UnmaskView approve(@PathParam("id") String id) {
    return grants.approve(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/value")
  @RolesAllowed({Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "The value, by one's own open grant; each use is recorded")
  public UnmaskView use(@PathParam("id") String id) {
    return grants.use(actor.get(), Ids.parse(id));
  }
}
