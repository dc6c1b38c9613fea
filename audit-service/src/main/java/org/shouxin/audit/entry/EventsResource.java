package org.shouxin.audit.entry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Where the services' outboxes report their events (R-AU-01). */
@Path("/v1/events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class EventsResource {
  private static final Set<ProblemCode> OUT_OF_ORDER =
      EnumSet.of(ProblemCode.SOURCE_GAP, ProblemCode.SOURCE_CONFLICT);

  private final EntryFactory factory;
  private final Sequencer sequencer;
  private final CurrentActor actor;
  private final IntakeAlarms alarms;

  @Inject
  EventsResource(
      EntryFactory factory, Sequencer sequencer, CurrentActor actor, IntakeAlarms alarms) {
    this.factory = factory;
    this.sequencer = sequencer;
    this.actor = actor;
    this.alarms = alarms;
  }

  /**
   * Stores each position once; answers when durable. A service reports for its own outboxes only.
   */
  @POST
  @RolesAllowed(Role.Names.SERVICE)
  @RunOnVirtualThread
  @Operation(
      summary =
          "Stores the events of a source, each position once, and answers when they are durable")
  public ReportedBatch.Receipt report(@NotNull @Valid ReportedBatch batch) {
    if (!batch.source().startsWith(actor.get().id() + ".")) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    List<PreparedEntry> entries = new ArrayList<>(batch.events().size());
    for (int i = 0; i < batch.events().size(); i++) {
      entries.add(
          factory.prepare(batch.source(), batch.firstPosition() + i, batch.events().get(i)));
    }
    try {
      return new ReportedBatch.Receipt(
          sequencer.append(new Submission(batch.source(), batch.firstPosition(), entries)));
    } catch (ProblemException problem) {
      if (OUT_OF_ORDER.contains(problem.code())) {
        alarms.refused(batch.source(), batch.firstPosition(), problem.code());
      }
      throw problem;
    }
  }
}
