package org.shouxin.audit.restore;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.OPERATOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.CurrentActor;

/** Backups taken and deleted over REST: operators report, auditors and compliance read. */
@Path("/v1/backup-events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BackupEventsResource {

  /** What happened since the last report. */
  public record BackupReports(
      @NotNull @Size(min = 1, max = 200) List<BackupEvents.@NotNull @Valid BackupReport> reports) {}

  private final BackupEvents events;
  private final CurrentActor actor;

  @Inject
  BackupEventsResource(BackupEvents events, CurrentActor actor) {
    this.events = events;
    this.actor = actor;
  }

  @POST
  @RolesAllowed(OPERATOR)
  @Operation(summary = "Keeps which backups were taken and which were deleted")
  public void report(@NotNull @Valid BackupReports reports) {
    events.keep(actor.get(), reports.reports());
  }

  @GET
  @RolesAllowed({AUDITOR, COMPLIANCE_OFFICER, OPERATOR})
  @Operation(summary = "The 200 newest backups taken and deleted")
  public List<BackupEvents.KeptBackupEvent> list() {
    return events.list(actor.get());
  }
}
