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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemException;

/**
 * Where the services' outboxes report their events (R-AU-01). {@link EventsRoute} stands before it
 * and takes what is as expected; here is the contract, and the answer to everything else.
 */
@Path("/v1/events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class EventsResource {
  private final Intake intake;
  private final Sequencer sequencer;
  private final CurrentActor actor;

  @Inject
  EventsResource(Intake intake, Sequencer sequencer, CurrentActor actor) {
    this.intake = intake;
    this.sequencer = sequencer;
    this.actor = actor;
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
    Submission submission = intake.prepare(actor.get(), batch);
    try {
      return new ReportedBatch.Receipt(sequencer.append(submission));
    } catch (ProblemException problem) {
      intake.refused(submission, problem);
      throw problem;
    }
  }
}
