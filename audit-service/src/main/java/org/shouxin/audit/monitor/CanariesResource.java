package org.shouxin.audit.monitor;

import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/**
 * Names customer ids that are canaries: made-up people whom nobody has a reason to look at. There
 * is no way to list them.
 */
@Path("/v1/canaries")
@Consumes(MediaType.APPLICATION_JSON)
class CanariesResource {
  private static final String PLANT =
      "insert into monitor_canary (controller_id, subject_ref, planted_by, planted_at)"
          + " values (?, ?, ?, ?) on conflict do nothing";

  /** The canary's customer id. */
  public record Canary(@NotNull @Size(max = 36) String subjectRef) {}

  private final Database database;
  private final OwnEvents events;
  private final CurrentActor current;
  private final Clock clock;

  @Inject
  CanariesResource(Database database, OwnEvents events, CurrentActor current, Clock clock) {
    this.database = database;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  @POST
  @RolesAllowed(COMPLIANCE_OFFICER)
  @RunOnVirtualThread
  @Operation(summary = "Makes a customer id a canary: whoever looks at it is blocked")
  public void plant(@NotNull @Valid Canary canary) {
    UUID subject = Ids.parse(canary.subjectRef());
    Actor actor = current.get();
    database.write(
        actor.controller(),
        handle -> {
          int planted =
              handle.execute(PLANT, actor.controller(), subject, actor.id(), clock.instant());
          if (planted == 1) {
            // The event does not say which: the log is read by more people than may know.
            events.record(handle, AuditEvents.of(actor, "monitor.canary.planted", clock).build());
          }
          return planted;
        });
  }
}
