package org.shouxin.consent.permission;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/**
 * The hot path: one batched decision. The reader writes decision and read into one audit append.
 */
@Path("/v1/permission/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class PermissionResource {
  private final Permission permission;
  private final Explanation explanation;
  private final CurrentActor actor;

  PermissionResource(Permission permission, Explanation explanation, CurrentActor actor) {
    this.permission = permission;
    this.explanation = explanation;
    this.actor = actor;
  }

  @POST
  public PermissionDecision decide(@Valid @NotNull Question question) {
    return permission.decide(actor.get(), question);
  }

  /** Why: the whole derivation, as far as the reader may see it; kept for 90 days. */
  @GET
  @Path("/{id}")
  public Derivation why(@PathParam("id") String id) {
    return explanation.why(actor.get(), Ids.parse(id));
  }
}
