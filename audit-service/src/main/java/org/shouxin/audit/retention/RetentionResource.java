package org.shouxin.audit.retention;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.CUSTOMER;
import static org.shouxin.platform.identity.Role.Names.SERVICE;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;

/** Retention over REST: owners tell and follow, people read. */
@Path("/v1/retention")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RetentionResource {
  /** Records of one controller. */
  public record Report(
      @NotNull String controllerId,
      @NotNull @Size(max = 1000) List<@NotNull @Valid ReportedRecord> records) {}

  /** Whose records are asked for. */
  public record Question(@NotNull @Size(min = 36, max = 36) String customerId) {}

  private final RetentionReports reports;
  private final RetentionView view;
  private final CurrentActor actor;

  @Inject
  RetentionResource(RetentionReports reports, RetentionView view, CurrentActor actor) {
    this.reports = reports;
    this.view = view;
    this.actor = actor;
  }

  @POST
  @Path("/records")
  @RolesAllowed(SERVICE)
  @Operation(summary = "An owner tells of its records; telling again replaces what was told")
  public void report(@NotNull @Valid Report report) {
    Store store = Store.ofService(actor.get().id());
    reports.take(new ControllerId(report.controllerId()), store, report.records());
  }

  @GET
  @Path("/standings")
  @RolesAllowed(SERVICE)
  @Operation(summary = "Restrictions and holds by person that changed after a sequence, in order")
  public List<Standings.Standing> standings(
      @QueryParam("after") @DefaultValue("0") @PositiveOrZero long after,
      @QueryParam("most") @DefaultValue("1000") @Min(1) @Max(5000) int most) {
    return view.standings(after, most);
  }

  @POST
  @Path("/query")
  @RolesAllowed({COMPLIANCE_OFFICER, AUDITOR, SUPERVISOR, CUSTOMER})
  @Operation(summary = "What is kept of a person until when; a customer asks about herself")
  public List<RetentionView.Kept> ofCustomer(@NotNull @Valid Question question) {
    return view.ofCustomer(actor.get(), CustomerId.parse(question.customerId()));
  }

  @GET
  @Path("/runs")
  @RolesAllowed({COMPLIANCE_OFFICER, AUDITOR})
  @Operation(summary = "Progress of the daily job, the newest 31 days")
  public List<RetentionView.Run> runs() {
    return view.runs(actor.get());
  }
}
