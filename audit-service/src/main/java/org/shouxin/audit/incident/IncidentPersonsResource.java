package org.shouxin.audit.incident;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.incident.affected.AffectedList;
import org.shouxin.audit.incident.affected.Exposure;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** The persons of an incident over REST. */
@Path("/v1/incidents/{id}/affected")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(COMPLIANCE_OFFICER)
@RunOnVirtualThread
class IncidentPersonsResource {
  /** Through whom and when data leaked. */
  public record Question(
      @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Exposure> exposures) {}

  /**
   * Which persons of a list.
   *
   * @param first how many, 1000 at most
   * @param after the last person seen
   */
  public record Page(@Min(1) @Max(1000) int first, @Nullable String after) {}

  private final IncidentPersons persons;
  private final CurrentActor actor;

  @Inject
  IncidentPersonsResource(IncidentPersons persons, CurrentActor actor) {
    this.persons = persons;
    this.actor = actor;
  }

  @POST
  @Operation(
      summary = "Computes from the log whose fields were exposed: the next version of the list")
  public IncidentView compute(@PathParam("id") String id, @NotNull @Valid Question question) {
    return persons.compute(actor.get(), Ids.parse(id), question.exposures());
  }

  @POST
  @Path("/{version}/recomputation")
  @Operation(summary = "Computes a version again over the log as it is now, and shows what differs")
  public AffectedList.Difference recompute(
      @PathParam("id") String id, @PathParam("version") int version) {
    return persons.recompute(actor.get(), Ids.parse(id), version);
  }

  @POST
  @Path("/{version}/freezing")
  @Operation(summary = "Makes a version the list that notices go to")
  public IncidentView freeze(@PathParam("id") String id, @PathParam("version") int version) {
    return persons.freeze(actor.get(), Ids.parse(id), version);
  }

  @POST
  @Path("/{version}/persons")
  @RolesAllowed({COMPLIANCE_OFFICER, AUDITOR})
  @Operation(summary = "Persons of a version by pseudonym; the read is recorded")
  public List<AffectedList.Person> read(
      @PathParam("id") String id, @PathParam("version") int version, @NotNull @Valid Page page) {
    return persons.read(
        actor.get(),
        Ids.parse(id),
        version,
        page.after() == null ? null : Ids.parse(page.after()),
        page.first());
  }
}
