package org.shouxin.audit.incident;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** Incidents over REST: the compliance officer acts, supervisor and auditor read. */
@Path("/v1/incidents")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(COMPLIANCE_OFFICER)
@RunOnVirtualThread
class IncidentResource {
  /**
   * What an incident comes from.
   *
   * @param sourceReference id of the trace, alert or leak report
   * @param knownAt when it became known; the clocks run from here
   */
  public record Opening(
      @NotNull SourceKind sourceKind,
      @NotNull @Size(min = 36, max = 36) String sourceReference,
      @NotNull Instant knownAt,
      boolean drill) {}

  /** The severity wizard's questions. */
  public record Wizard(
      @PositiveOrZero long persons, boolean sensitive, boolean published, boolean minors) {}

  /** What ended the leak. */
  public record Containment(@NotNull @Size(max = 2000) String measures) {}

  /**
   * The review.
   *
   * @param reportSha256 digest of the review report as filed, base64url
   * @param breachExplanation needed when a clock was breached
   */
  public record Review(
      @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}") String reportSha256,
      @NotNull @Size(max = 2000) String lessons,
      @Nullable @Size(max = 2000) String breachExplanation) {}

  private final Incidents incidents;
  private final IncidentClosing closing;
  private final CurrentActor actor;

  @Inject
  IncidentResource(Incidents incidents, IncidentClosing closing, CurrentActor actor) {
    this.incidents = incidents;
    this.closing = closing;
    this.actor = actor;
  }

  @POST
  @ResponseStatus(201)
  @Operation(summary = "Opens an incident from a trace, an alert or a leak report; clocks start")
  public IncidentView open(@NotNull @Valid Opening opening) {
    return incidents.open(
        actor.get(),
        opening.sourceKind(),
        opening.sourceReference(),
        opening.knownAt(),
        opening.drill());
  }

  @GET
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR})
  @Operation(summary = "The 50 newest incidents")
  public List<IncidentView> list() {
    return incidents.list(actor.get());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR})
  @Operation(summary = "An incident with its clocks, reports and notices")
  public IncidentView get(@PathParam("id") String id) {
    return incidents.get(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/assessment")
  @Operation(summary = "Grades an incident and says which rules decide")
  public IncidentView assess(@PathParam("id") String id, @NotNull @Valid Wizard wizard) {
    Assessment.Severity severity =
        new Assessment.Severity(
            wizard.persons(), wizard.sensitive(), wizard.published(), wizard.minors());
    return incidents.assess(actor.get(), Ids.parse(id), severity);
  }

  @POST
  @Path("/{id}/containment")
  @Operation(summary = "Says that the handling has ended; final reports are owed from now")
  public IncidentView contain(@PathParam("id") String id, @NotNull @Valid Containment contained) {
    return incidents.contain(actor.get(), Ids.parse(id), contained.measures());
  }

  @POST
  @Path("/{id}/review")
  @Operation(summary = "Takes the review report")
  public IncidentView review(@PathParam("id") String id, @NotNull @Valid Review review) {
    Actor reviewer = actor.get();
    return closing.review(
        reviewer,
        Ids.parse(id),
        review.reportSha256(),
        review.lessons(),
        review.breachExplanation());
  }

  @POST
  @Path("/{id}/closing")
  @Operation(summary = "Closes an incident, or names everything that keeps it open")
  public IncidentView close(@PathParam("id") String id) {
    return closing.close(actor.get(), Ids.parse(id));
  }
}
