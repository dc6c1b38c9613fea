package org.shouxin.audit.incident.clue;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.CLIENT_MANAGER;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.CUSTOMER;
import static org.shouxin.platform.identity.Role.Names.PARTNER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** Reports of a leak over REST: anybody concerned files, those who investigate read. */
@Path("/v1/leak-reports")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class LeakReportResource {
  /**
   * A report.
   *
   * @param customerId whose data it was; a customer reports about herself
   * @param textId what was said, sealed in records-service before
   * @param knownFields names of the fields that the caller knew
   * @param contactedAt when the caller showed it
   */
  public record Filing(
      @Nullable String customerId,
      @Nullable String textId,
      @NotNull @Size(min = 1, max = 20)
          Set<@NotNull @Pattern(regexp = "[a-zA-Z]{2,32}") String> knownFields,
      @NotNull Instant contactedAt) {}

  private final LeakReports reports;
  private final CurrentActor actor;

  @Inject
  LeakReportResource(LeakReports reports, CurrentActor actor) {
    this.reports = reports;
    this.actor = actor;
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed({CUSTOMER, PARTNER, CLIENT_MANAGER, SUPERVISOR, COMPLIANCE_OFFICER})
  @Operation(summary = "Reports a leak: what a caller knew, and when; the clue is computed at once")
  public LeakReport.Receipt file(@NotNull @Valid Filing filing) {
    return reports.file(
        actor.get(),
        filing.customerId() == null ? null : Ids.parse(filing.customerId()),
        filing.textId() == null ? null : Ids.parse(filing.textId()),
        filing.knownFields(),
        filing.contactedAt());
  }

  @GET
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR})
  @Operation(summary = "The 100 newest reports with their clues")
  public List<LeakReport> list() {
    return reports.list(actor.get());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR})
  @Operation(summary = "A report with its clue")
  public LeakReport get(@PathParam("id") String id) {
    return reports.get(actor.get(), Ids.parse(id));
  }
}
