package org.shouxin.consent.position;

import static org.shouxin.platform.identity.Role.Names.SERVICE;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;

/** For records-service alone: whose customers go to whom. */
@Path("/v1/reassignments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(SERVICE)
@RunOnVirtualThread
class ReassignmentResource {
  private final Reassignments reassignments;

  ReassignmentResource(Reassignments reassignments) {
    this.reassignments = reassignments;
  }

  /** What was done. */
  public record Done(
      @NotNull String controllerId,
      @NotNull String id,
      @NotNull String fromEmployee,
      @Min(0) int customers) {}

  @GET
  public List<Reassignments.Reassignment> listOpen() {
    return reassignments.listOpen();
  }

  @POST
  @Path("/done")
  public void done(@Valid @NotNull Done done) {
    reassignments.done(
        new ControllerId(done.controllerId()),
        Ids.parse(done.id()),
        done.fromEmployee(),
        done.customers());
  }
}
