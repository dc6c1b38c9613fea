package org.shouxin.audit.restore;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.OPERATOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** Restoring or deleting a backup over REST: an operator asks and uses, another person approves. */
@Path("/v1/backup-accesses")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BackupAccessResource {
  private final BackupAccesses accesses;
  private final CurrentActor actor;

  @Inject
  BackupAccessResource(BackupAccesses accesses, CurrentActor actor) {
    this.accesses = accesses;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({AUDITOR, COMPLIANCE_OFFICER, OPERATOR})
  @Operation(summary = "The 100 newest requests to restore or to delete a backup")
  public List<BackupAccess.BackupAccessView> list() {
    return accesses.list(actor.get());
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed(OPERATOR)
  @Operation(summary = "Asks to restore or to delete a backup; nothing is allowed yet")
  public BackupAccess.BackupAccessView request(
      @NotNull @Valid BackupAccess.BackupAccessRequest request) {
    return accesses.request(actor.get(), request);
  }

  @POST
  @Path("/{id}/approval")
  @RolesAllowed({COMPLIANCE_OFFICER, OPERATOR})
  @Operation(summary = "Approves for a day; another person than asked")
  public BackupAccess.BackupAccessView approve(@PathParam("id") String id) {
    return accesses.approve(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/rejection")
  @RolesAllowed({COMPLIANCE_OFFICER, OPERATOR})
  @Operation(summary = "Declines, or takes back")
  public BackupAccess.BackupAccessView reject(@PathParam("id") String id) {
    return accesses.reject(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/use")
  @RolesAllowed(OPERATOR)
  @Operation(summary = "Uses an approval, once, for exactly what was approved; who asked")
  public BackupAccess.BackupAccessView use(
      @PathParam("id") String id, @NotNull @Valid BackupAccess.BackupAccessScope about) {
    return accesses.use(actor.get(), Ids.parse(id), about);
  }
}
