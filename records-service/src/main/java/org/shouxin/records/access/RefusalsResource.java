package org.shouxin.records.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Role.Names;

/**
 * Where the gateway, which has no database, leaves the refusals of blocked employees: called with
 * the employee's own token, it refuses here as everywhere, and that refusal is the event.
 */
@Path("/v1/refusals")
@RolesAllowed({
  Names.CLIENT_MANAGER,
  Names.SUPERVISOR,
  Names.COMPLIANCE_OFFICER,
  Names.AUDITOR,
  Names.OPERATOR
})
@RunOnVirtualThread
class RefusalsResource {
  private final Barred barred;
  private final CurrentActor actor;

  RefusalsResource(Barred barred, CurrentActor actor) {
    this.barred = barred;
    this.actor = actor;
  }

  @POST
  @Operation(summary = "Refuses a blocked employee with an event; does nothing for others")
  public void refuse() {
    barred.requireNot(actor.get());
  }
}
