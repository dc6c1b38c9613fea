package org.shouxin.audit.monitor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.Role;

/** Who is kept out, for the services that enforce it; asked twice a second by each replica. */
@Path("/v1/blocks")
@Produces(MediaType.APPLICATION_JSON)
class BlocksResource {
  private final AccessBlocks blocks;

  @Inject
  BlocksResource(AccessBlocks blocks) {
    this.blocks = blocks;
  }

  @GET
  @RolesAllowed(Role.Names.SERVICE)
  @RunOnVirtualThread
  @Operation(summary = "The whole list of blocks, unless the caller has this version already")
  public AccessBlocks.BlockList list(@QueryParam("known") @DefaultValue("-1") long known) {
    return blocks.list(known);
  }
}
