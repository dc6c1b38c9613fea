package org.shouxin.consent.permission;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
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
  private final CallingService service;

  PermissionResource(
      Permission permission, Explanation explanation, CurrentActor actor, CallingService service) {
    this.permission = permission;
    this.explanation = explanation;
    this.actor = actor;
    this.service = service;
  }

  /**
   * One decision for the calling actor.
   *
   * @param serviceToken the token of the service of ours that asks on a partner's behalf
   */
  @POST
  public PermissionDecision decide(
      @HeaderParam(CallingService.HEADER) @Nullable String serviceToken,
      @Valid @NotNull Question question) {
    Actor asking = actor.get();
    PermissionDecision decision = permission.decide(asking, question);
    boolean told = asking.kind() != ActorKind.PARTNER || service.isOurs(serviceToken);
    return told ? decision : decision.withoutReasons();
  }

  /** Why: the whole derivation, as far as the reader may see it; kept for 90 days. */
  @GET
  @Path("/{id}")
  public Derivation why(@PathParam("id") String id) {
    return explanation.why(actor.get(), Ids.parse(id));
  }
}
