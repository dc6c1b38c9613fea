package org.shouxin.consent.permission;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.shouxin.platform.identity.CurrentActor;

/**
 * The hot path: one batched decision. The reader writes decision and read into one audit append.
 */
@Path("/v1/permission/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class PermissionResource {
  private final Permission permission;
  private final CurrentActor actor;

  PermissionResource(Permission permission, CurrentActor actor) {
    this.permission = permission;
    this.actor = actor;
  }

  @POST
  public PermissionDecision decide(@Valid @NotNull Question question) {
    return permission.decide(actor.get(), question);
  }
}
