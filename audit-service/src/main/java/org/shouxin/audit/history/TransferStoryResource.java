package org.shouxin.audit.history;

import static org.shouxin.platform.identity.Role.Names.CUSTOMER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** What became of the caller in a transfer of the business, each step with its place in the log. */
@Path("/v1/transfer-stories")
@Produces(MediaType.APPLICATION_JSON)
class TransferStoryResource {
  private final EventIndex index;
  private final EntryReader reader;
  private final CurrentActor actor;

  @Inject
  TransferStoryResource(EventIndex index, EntryReader reader, CurrentActor actor) {
    this.index = index;
    this.reader = reader;
    this.actor = actor;
  }

  @GET
  @Path("/{transferId}")
  @RolesAllowed(CUSTOMER)
  @RunOnVirtualThread
  @Operation(summary = "Events about the caller in one transfer, oldest first (R-BT-05)")
  public List<AccessEvent> story(@PathParam("transferId") String transferId) {
    Actor caller = actor.get();
    return index
        .transferSteps(caller.controller(), caller.requireCustomer().value(), Ids.parse(transferId))
        .stream()
        .map(reader::read)
        .toList();
  }
}
