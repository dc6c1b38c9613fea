package org.shouxin.consent.notice;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouxin.consent.purpose.Language;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;

/** Notices: current, earlier, what changed, publishing. */
@Path("/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class NoticeResource {
  private final Notices notices;
  private final NoticePublisher publisher;
  private final Database database;
  private final CurrentActor actor;
  private final Clock clock;

  NoticeResource(
      Notices notices,
      NoticePublisher publisher,
      Database database,
      CurrentActor actor,
      Clock clock) {
    this.notices = notices;
    this.publisher = publisher;
    this.database = database;
    this.actor = actor;
    this.clock = clock;
  }

  @GET
  @Path("/current")
  public PrivacyNotice current(
      @QueryParam("audience") @NotNull String audience,
      @QueryParam("language") @NotNull String language) {
    Audience wanted = Audience.of(audience);
    Language tongue = Language.of(language);
    return database.read(
        actor.get().controller(),
        handle -> notices.getCurrent(handle, wanted, tongue, clock.instant()));
  }

  @GET
  @Path("/{id}/versions")
  public List<PrivacyNotice> versions(
      @PathParam("id") String id, @QueryParam("language") @NotNull String language) {
    UUID notice = Ids.parse(id);
    Language tongue = Language.of(language);
    return database.read(
        actor.get().controller(), handle -> notices.listVersions(handle, notice, tongue));
  }

  @GET
  @Path("/{id}/versions/{version}")
  public PrivacyNotice version(
      @PathParam("id") String id,
      @PathParam("version") int version,
      @QueryParam("language") @NotNull String language) {
    UUID notice = Ids.parse(id);
    Language tongue = Language.of(language);
    return database.read(
        actor.get().controller(), handle -> notices.getVersion(handle, notice, version, tongue));
  }

  /** The text as a file, for everybody to keep (PIPL 17: easy to read and to save). */
  @GET
  @Path("/{id}/versions/{version}/text")
  @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
  public RestResponse<String> text(
      @PathParam("id") String id,
      @PathParam("version") int version,
      @QueryParam("language") @NotNull String language) {
    PrivacyNotice notice = version(id, version, language);
    return RestResponse.ResponseBuilder.ok(notice.body())
        .header(
            "Content-Disposition",
            "attachment; filename=\"notice-" + version + "-" + notice.language().tag() + ".txt\"")
        .build();
  }

  @GET
  @Path("/{id}/changes")
  public List<Notices.ItemChange> changes(
      @PathParam("id") String id,
      @QueryParam("from") int from,
      @QueryParam("to") int to,
      @QueryParam("language") @NotNull String language) {
    UUID notice = Ids.parse(id);
    Language tongue = Language.of(language);
    return database.read(
        actor.get().controller(), handle -> notices.listChanges(handle, notice, from, to, tongue));
  }

  @POST
  @RolesAllowed(Role.Names.COMPLIANCE_OFFICER)
  public RestResponse<Published> publish(@Valid @NotNull NoticeDraft draft) {
    Published published = publisher.publish(actor.get(), draft);
    return RestResponse.status(
        published.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, published);
  }
}
