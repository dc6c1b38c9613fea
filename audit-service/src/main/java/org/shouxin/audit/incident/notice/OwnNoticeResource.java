package org.shouxin.audit.incident.notice;

import static org.shouxin.platform.identity.Role.Names.CUSTOMER;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.CurrentActor;

/** What the calling customer is told about incidents. */
@Path("/v1/incident-notices/mine")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(CUSTOMER)
@RunOnVirtualThread
class OwnNoticeResource {
  /** In which language. */
  public record Question(@NotNull String language) {}

  private final OwnNotices notices;
  private final CurrentActor actor;

  @Inject
  OwnNoticeResource(OwnNotices notices, CurrentActor actor) {
    this.notices = notices;
    this.actor = actor;
  }

  @POST
  @Operation(summary = "Notices of incidents to the calling customer; being shown one delivers it")
  public List<OwnNotices.OwnNotice> mine(@NotNull @Valid Question question) {
    return notices.show(actor.get(), Language.parse(question.language()));
  }
}
