package org.shouxin.audit.monitor;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.paging.PageSize;

/** Alerts of the caller's controller; never those about the caller. */
@Path("/v1/alerts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class AlertsResource {
  private final Alerts alerts;
  private final CurrentActor actor;

  @Inject
  AlertsResource(Alerts alerts, CurrentActor actor) {
    this.alerts = alerts;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR})
  @RunOnVirtualThread
  @Operation(summary = "Alerts, newest first, each with what every rule added to its score")
  public AlertPage list(
      @QueryParam("state") @Pattern(regexp = "OPEN|CONFIRMED|LIFTED") @Nullable String state,
      @QueryParam("first") @Nullable Integer first,
      @QueryParam("after") @Nullable String after) {
    return alerts.page(actor.get(), state, PageSize.of(first), after);
  }

  @POST
  @Path("/{id}/verdict")
  @RolesAllowed(COMPLIANCE_OFFICER)
  @RunOnVirtualThread
  @Operation(summary = "Confirms an alert, which locks access, or lifts it, which opens access")
  public AlertView decide(@PathParam("id") String id, @NotNull @Valid Verdict verdict) {
    return alerts.decide(actor.get(), Ids.parse(id), verdict);
  }
}
