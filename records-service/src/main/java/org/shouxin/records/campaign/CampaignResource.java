package org.shouxin.records.campaign;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role.Names;

/** Campaigns for staff and partners (R-RC-02). */
@Path("/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CampaignResource {
  private final Campaigns campaigns;
  private final CampaignItems items;
  private final CampaignReports reports;
  private final CurrentActor actor;

  CampaignResource(
      Campaigns campaigns, CampaignItems items, CampaignReports reports, CurrentActor actor) {
    this.campaigns = campaigns;
    this.items = items;
    this.reports = reports;
    this.actor = actor;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @RolesAllowed(Names.COMPLIANCE_OFFICER)
  @Operation(summary = "Opens a campaign by a letter; every defect in its scope becomes an item")
  public CampaignView open(@NotNull @Valid Letter letter) {
    return CampaignView.of(campaigns.open(actor.get(), letter));
  }

  @GET
  @RolesAllowed({
    Names.PARTNER,
    Names.CLIENT_MANAGER,
    Names.SUPERVISOR,
    Names.COMPLIANCE_OFFICER,
    Names.AUDITOR,
    Names.REGULATOR
  })
  @Operation(summary = "Campaigns, newest first; a partner's and a manager's with items of theirs")
  public List<CampaignView> list() {
    return campaigns.list(actor.get()).stream().map(CampaignView::of).toList();
  }

  @GET
  @Path("/{id}/items")
  @RolesAllowed({
    Names.PARTNER,
    Names.CLIENT_MANAGER,
    Names.SUPERVISOR,
    Names.COMPLIANCE_OFFICER,
    Names.AUDITOR
  })
  @Operation(summary = "The caller's items of a campaign")
  public List<ItemView> items(
      @PathParam("id") String id, @QueryParam("open") @DefaultValue("true") boolean open) {
    return campaigns.items(actor.get(), Ids.parse(id), open).stream().map(ItemView::of).toList();
  }

  @POST
  @Path("/{id}/commission-hold")
  @RolesAllowed(Names.COMPLIANCE_OFFICER)
  @Operation(summary = "Holds the commission of every policy that is not right yet")
  public Held hold(@PathParam("id") String id) {
    return new Held(items.hold(actor.get(), Ids.parse(id)));
  }

  @GET
  @Path("/{id}/report")
  @RolesAllowed({Names.COMPLIANCE_OFFICER, Names.AUDITOR, Names.REGULATOR})
  @Operation(summary = "The report to the insurer")
  public CampaignReports.Report report(@PathParam("id") String id) {
    return reports.report(actor.get(), Ids.parse(id));
  }

  @GET
  @Path("/{id}/report/table")
  @Produces("text/csv")
  @RolesAllowed({Names.COMPLIANCE_OFFICER, Names.AUDITOR, Names.REGULATOR})
  @Operation(summary = "The report as CSV")
  public String table(@PathParam("id") String id) {
    return ReportText.csv(reports.report(actor.get(), Ids.parse(id)));
  }

  @GET
  @Path("/{id}/report/letter")
  @Produces("text/plain;charset=UTF-8")
  @RolesAllowed({Names.COMPLIANCE_OFFICER, Names.AUDITOR, Names.REGULATOR})
  @Operation(summary = "The covering letter in zh-CN or en")
  public String letter(
      @PathParam("id") String id, @QueryParam("language") @DefaultValue("zh-CN") String language) {
    return ReportText.letter(reports.report(actor.get(), Ids.parse(id)), language.equals("en"));
  }

  @GET
  @Path("/{id}/non-cooperation")
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER, Names.AUDITOR, Names.REGULATOR})
  @Operation(summary = "From the day after the last one: partners with open items, with evidence")
  public List<CampaignReports.NonCooperation> nonCooperation(@PathParam("id") String id) {
    return reports.nonCooperation(actor.get(), Ids.parse(id));
  }

  /** How many items' policies are held. */
  record Held(int items) {}

  /** A campaign on the wire. */
  record CampaignView(
      UUID id,
      String insurer,
      String letterReference,
      LocalDate receivedOn,
      LocalDate dueOn,
      String consequence,
      int policies,
      int cleanPolicies) {
    static CampaignView of(Campaign campaign) {
      return new CampaignView(
          campaign.id(),
          campaign.insurer(),
          campaign.letterReference(),
          campaign.receivedOn(),
          campaign.dueOn(),
          campaign.consequence(),
          campaign.policies(),
          campaign.cleanPolicies());
    }
  }
}
