package org.shouxin.consent.activity;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouxin.consent.notice.NoticeText;
import org.shouxin.consent.notice.Notices;
import org.shouxin.consent.purpose.Language;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.consent.recipient.Recipients;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.time.BusinessTime;

/** The register of processing activities. */
@Path("/v1/processing-activities")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class ActivityResource {
  private final Activities activities;
  private final Recipients recipients;
  private final Notices notices;
  private final Database database;
  private final CurrentActor actor;
  private final Clock clock;

  ActivityResource(
      Activities activities,
      Recipients recipients,
      Notices notices,
      Database database,
      CurrentActor actor,
      Clock clock) {
    this.activities = activities;
    this.recipients = recipients;
    this.notices = notices;
    this.database = database;
    this.actor = actor;
    this.clock = clock;
  }

  /** Every version of every activity, drafts and rejected ones included. */
  @GET
  @RolesAllowed({Role.Names.COMPLIANCE_OFFICER, Role.Names.AUDITOR, Role.Names.REGULATOR})
  public List<Activity> list() {
    return activities.listAll(actor.get());
  }

  /** The register to hand over: Markdown in zh-CN or en, zh-CN when not said. */
  @GET
  @Path("/document")
  @Produces("text/markdown;charset=UTF-8")
  @RolesAllowed({Role.Names.COMPLIANCE_OFFICER, Role.Names.AUDITOR, Role.Names.REGULATOR})
  public RestResponse<String> document(
      @QueryParam("language") @DefaultValue("zh-CN") String language) {
    Language tongue = Language.of(language);
    Actor reader = actor.get();
    List<Recipient> register = database.read(reader.controller(), recipients::listAll);
    String processor =
        database
            .read(
                reader.controller(),
                handle -> notices.findProcessor(handle, tongue, clock.instant()))
            .map(NoticeText.Processor::name)
            .map(name -> name + " (" + reader.controller().value() + ")")
            .orElse(reader.controller().value());
    return RestResponse.ResponseBuilder.ok(
            new RegisterDocument(tongue)
                .write(processor, BusinessTime.today(clock), activities.listAll(reader), register))
        .header(
            "Content-Disposition",
            "attachment; filename=\"processing-activities." + tongue.tag() + ".md\"")
        .build();
  }

  @POST
  @RolesAllowed(Role.Names.COMPLIANCE_OFFICER)
  public RestResponse<Activity> propose(@Valid @NotNull Proposal proposal) {
    return RestResponse.status(
        RestResponse.Status.CREATED, activities.propose(actor.get(), proposal));
  }

  @POST
  @Path("/{code}/versions/{version}/approval")
  @RolesAllowed(Role.Names.COMPLIANCE_OFFICER)
  public Activity approve(
      @PathParam("code") String code,
      @PathParam("version") int version,
      @Valid @NotNull Review review) {
    return activities.approve(actor.get(), code, version, review);
  }

  @POST
  @Path("/{code}/versions/{version}/rejection")
  @RolesAllowed(Role.Names.COMPLIANCE_OFFICER)
  public Activity reject(
      @PathParam("code") String code,
      @PathParam("version") int version,
      @Valid @NotNull Review review) {
    return activities.reject(actor.get(), code, version, review);
  }
}
