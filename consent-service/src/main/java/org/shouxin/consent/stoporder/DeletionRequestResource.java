package org.shouxin.consent.stoporder;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;

/** Requests to delete: for recipients to poll and confirm, for compliance to watch. */
@Path("/v1/deletion-requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DeletionRequestResource {
  private final DeletionRequests requests;
  private final CurrentActor actor;

  DeletionRequestResource(DeletionRequests requests, CurrentActor actor) {
    this.requests = requests;
    this.actor = actor;
  }

  /** The newest 200: a partner's own, or all of the controller's. */
  @GET
  @RolesAllowed({Role.Names.PARTNER, Role.Names.COMPLIANCE_OFFICER, Role.Names.AUDITOR})
  public List<DeletionView> list() {
    return requests.list(actor.get()).stream().map(DeletionView::of).toList();
  }

  /** By the recipient, or by a compliance officer who has its letter. */
  @POST
  @Path("/{id}/confirmation")
  @RolesAllowed({Role.Names.PARTNER, Role.Names.COMPLIANCE_OFFICER})
  public DeletionView confirm(@PathParam("id") String id) {
    return DeletionView.of(requests.confirm(actor.get(), Ids.parse(id)));
  }

  /** A request as recipients and compliance see it. */
  record DeletionView(
      UUID id,
      String recipientId,
      UUID customerId,
      String state,
      Instant askedAt,
      Instant dueAt,
      @Nullable Instant toldAt,
      @Nullable Instant confirmedAt) {

    static DeletionView of(DeletionRequest request) {
      return new DeletionView(
          request.id(),
          request.recipientId(),
          request.customerId(),
          request.state(),
          request.askedAt(),
          request.dueAt(),
          request.toldAt(),
          request.confirmedAt());
    }
  }
}
