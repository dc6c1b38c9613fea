package org.shouxin.records.correction.propagation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role.Names;

/** Notices of corrections: for recipients to fetch and acknowledge, for compliance to watch. */
@Path("/v1/correction-notices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PropagationResource {
  private final Propagations propagations;
  private final Database database;
  private final CurrentActor actor;
  private final Clock clock;

  PropagationResource(
      Propagations propagations, Database database, CurrentActor actor, Clock clock) {
    this.propagations = propagations;
    this.database = database;
    this.actor = actor;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({Names.PARTNER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER, Names.AUDITOR})
  @Operation(summary = "The newest 200 notices: a partner's own, or all of the controller's")
  public List<NoticeView> list(@QueryParam("open") @DefaultValue("true") boolean open) {
    return propagations.list(actor.get(), open).stream().map(NoticeView::of).toList();
  }

  @POST
  @Path("/{id}/acknowledgement")
  @RolesAllowed({Names.PARTNER, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "The recipient's copy is right now; compliance for a recipient by letter")
  public NoticeView acknowledge(@PathParam("id") String id) {
    return NoticeView.of(propagations.acknowledge(actor.get(), Ids.parse(id)));
  }

  @GET
  @Path("/clocks")
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER, Names.AUDITOR})
  @Operation(summary = "K-08 clocks of corrections, newest first; or the overdue ones as tasks")
  public List<ClockView> clocks(@QueryParam("overdue") @DefaultValue("false") boolean overdue) {
    Instant now = clock.instant();
    return database.read(
        actor.get().controller(),
        handle ->
            propagations.list(handle, overdue).stream()
                .map(each -> ClockView.of(each, now))
                .toList());
  }

  /** A notice; states OPEN, DELIVERED, ACKNOWLEDGED, UNDELIVERABLE. */
  record NoticeView(
      UUID id,
      UUID correctionId,
      UUID customerId,
      String field,
      String recipientId,
      String state,
      Instant correctedAt,
      Instant dueAt,
      @Nullable Instant deliveredAt,
      @Nullable Instant acknowledgedAt) {
    static NoticeView of(CorrectionNotice notice) {
      return new NoticeView(
          notice.id(),
          notice.correctionId(),
          notice.customerId().value(),
          notice.field(),
          notice.recipientId(),
          notice.state(),
          notice.correctedAt(),
          notice.dueAt(),
          notice.deliveredAt(),
          notice.acknowledgedAt());
    }
  }

  /** A K-08 clock; states RUNNING, MET, BREACHED. */
  record ClockView(
      UUID correctionId,
      String field,
      String state,
      Instant startedAt,
      Instant dueAt,
      @Nullable Instant alarmedAt,
      @Nullable Instant breachedAt,
      @Nullable Instant metAt) {
    static ClockView of(Propagation propagation, Instant now) {
      return new ClockView(
          propagation.correctionId(),
          propagation.field(),
          propagation.state(now).name(),
          propagation.startedAt(),
          propagation.dueAt(),
          propagation.alarmedAt(),
          propagation.breachedAt(),
          propagation.metAt());
    }
  }
}
