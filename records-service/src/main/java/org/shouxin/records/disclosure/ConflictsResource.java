package org.shouxin.records.disclosure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role.Names;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Values that sources say differently, for staff. */
@Path("/v1/conflicts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
@RunOnVirtualThread
class ConflictsResource {
  private final Conflicts conflicts;
  private final ConflictWorklist worklist;
  private final CurrentActor actor;

  ConflictsResource(Conflicts conflicts, ConflictWorklist worklist, CurrentActor actor) {
    this.conflicts = conflicts;
    this.worklist = worklist;
    this.actor = actor;
  }

  @POST
  @Path("/list")
  @Operation(summary = "What sources say differently about one customer, masked, side by side")
  public ConflictsView list(@NotNull @Valid ConflictRequest request) {
    return conflicts.list(
        actor.get(), purpose(request.purpose()), CustomerId.parse(request.customerId()));
  }

  @POST
  @Path("/worklist")
  @Operation(
      summary =
          "Own people about whom sources say different things, masked, side by side; 20 a page, no total")
  public ConflictsView.Worklist worklist(@NotNull @Valid ConflictRequest.WorklistRequest request) {
    return worklist.page(actor.get(), purpose(request.purpose()), request.first(), request.after());
  }

  @POST
  @Path("/choice")
  @Operation(
      summary =
          "Chooses the statement that holds; what identifies a person needs two who choose the same")
  public ConflictsView.Resolution choose(@NotNull @Valid ConflictRequest.Choice request) {
    return conflicts.choose(
        actor.get(),
        purpose(request.purpose()),
        CustomerId.parse(request.customerId()),
        request.field(),
        Ids.parse(request.statementId()));
  }

  private static String purpose(@Nullable String purpose) {
    if (purpose == null || purpose.isBlank()) {
      throw new ProblemException(ProblemCode.PURPOSE_REQUIRED);
    }
    return purpose;
  }
}
