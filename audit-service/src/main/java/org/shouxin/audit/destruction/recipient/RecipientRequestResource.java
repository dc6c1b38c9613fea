package org.shouxin.audit.destruction.recipient;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Where consent-service fetches the requests to delete that it brings to recipients. */
@Path("/v1/destruction/recipient-requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.SERVICE)
@RunOnVirtualThread
class RecipientRequestResource {
  private static final String BRINGER = "consent-service";

  /** How many requests the caller takes on. */
  public record RequestClaim(@Min(1) @Max(100) int most) {}

  /** A request on the wire. */
  public record RequestView(
      UUID requestId,
      String controllerId,
      UUID customerId,
      String recipientId,
      Instant askedAt,
      Instant dueAt) {}

  /** What became of it: TOLD or CONFIRMED. */
  public record RequestReport(
      @NotNull @Size(min = 36, max = 36) String requestId,
      @NotNull @Pattern(regexp = "ctl-[a-z0-9][a-z0-9-]{0,40}") String controllerId,
      RequestDesk.@NotNull RecipientOutcome outcome) {}

  private final RequestDesk desk;
  private final CurrentActor actor;

  @Inject
  RecipientRequestResource(RequestDesk desk, CurrentActor actor) {
    this.desk = desk;
    this.actor = actor;
  }

  @POST
  @Path("/claims")
  @Operation(summary = "Requests to recipients to delete, leased to the caller for two minutes")
  public List<RequestView> claim(@NotNull @Valid RequestClaim claim) {
    requireBringer();
    return desk.claim(claim.most()).stream()
        .map(request ->
            new RequestView(
                request.id(),
                request.controllerId().value(),
                request.subjectRef(),
                request.recipientId(),
                request.askedAt(),
                request.dueAt()))
        .toList();
  }

  @POST
  @Path("/outcomes")
  @Operation(summary = "Says that a recipient took a request, or that it deleted what it had")
  public void report(@NotNull @Valid RequestReport report) {
    requireBringer();
    desk.report(
        new ControllerId(report.controllerId()), Ids.parse(report.requestId()), report.outcome());
  }

  private void requireBringer() {
    if (!actor.get().id().equals(BRINGER)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
  }
}
