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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.audit.incident.notice.NoticeItem;
import org.shouxin.audit.incident.notice.ReportKind;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** Reports to authorities and notices to persons over REST. */
@Path("/v1/incidents/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(COMPLIANCE_OFFICER)
@RunOnVirtualThread
class IncidentNotificationResource {
  /** The items of PIPL 57, by language tag (zh-CN, en), then by item. */
  public record Texts(@NotNull Map<String, Map<NoticeItem, String>> items) {}

  /**
   * A report as submitted.
   *
   * @param submission the authority's receipt number; DRILL in a drill
   */
  public record Report(
      @NotNull ReportKind kind,
      @NotNull Map<String, Map<NoticeItem, String>> items,
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{2,63}") String submission) {}

  /** Why persons need not be told one by one. */
  public record NoNotice(@NotNull @Size(max = 2000) String reason) {}

  /** What stands in for notices that reached nobody. */
  public record Undelivered(
      @NotNull @Pattern(regexp = "ANNOUNCEMENT|LETTER|PHONE") String substitute,
      @NotNull @Size(max = 2000) String reason) {}

  private final IncidentReporting reporting;
  private final IncidentNotification notification;
  private final CurrentActor actor;

  @Inject
  IncidentNotificationResource(
      IncidentReporting reporting, IncidentNotification notification, CurrentActor actor) {
    this.reporting = reporting;
    this.notification = notification;
    this.actor = actor;
  }

  @GET
  @Path("/draft")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR})
  @Operation(summary = "The items of PIPL 57 for report and notice, as far as the log knows them")
  public Texts draft(@PathParam("id") String id) {
    return new Texts(reporting.draft(actor.get(), Ids.parse(id)));
  }

  @POST
  @Path("/reports")
  @Operation(summary = "Records a submitted report and stops its clock")
  public IncidentView submit(@PathParam("id") String id, @NotNull @Valid Report report) {
    return reporting.submit(
        actor.get(), Ids.parse(id), report.kind(), report.items(), report.submission());
  }

  @POST
  @Path("/notices")
  @Operation(summary = "Issues the notice to everybody of the frozen list")
  public IncidentView issue(@PathParam("id") String id, @NotNull @Valid Texts texts) {
    return notification.issue(actor.get(), Ids.parse(id), texts.items());
  }

  @POST
  @Path("/no-notice")
  @Operation(summary = "Proposes not to notify persons one by one")
  public IncidentView proposeNoNotice(@PathParam("id") String id, @NotNull @Valid NoNotice none) {
    return notification.proposeNoNotice(actor.get(), Ids.parse(id), none.reason());
  }

  @POST
  @Path("/no-notice/approval")
  @Operation(summary = "Approves the proposal of another compliance officer")
  public IncidentView approveNoNotice(@PathParam("id") String id) {
    return notification.approveNoNotice(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/undelivered-decision")
  @Operation(summary = "Decides what stands in for notices that reached nobody")
  public IncidentView decideUndelivered(
      @PathParam("id") String id, @NotNull @Valid Undelivered undelivered) {
    return notification.decideUndelivered(
        actor.get(), Ids.parse(id), undelivered.substitute(), undelivered.reason());
  }

  @POST
  @Path("/notification")
  @Operation(summary = "Says that everybody is notified, or names what is still open")
  public IncidentView settle(@PathParam("id") String id) {
    return notification.settle(actor.get(), Ids.parse(id));
  }
}
