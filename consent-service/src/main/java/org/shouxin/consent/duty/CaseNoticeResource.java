package org.shouxin.consent.duty;

import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** The queue of late and major cases of whoever asks (R-CP-01). */
@Path("/v1/case-notices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
@RunOnVirtualThread
class CaseNoticeResource {
  private final CaseNotices notices;
  private final CurrentActor actor;

  CaseNoticeResource(CaseNotices notices, CurrentActor actor) {
    this.notices = notices;
    this.actor = actor;
  }

  @GET
  public List<CaseNotice> list() {
    return notices.list(actor.get());
  }

  @POST
  @Path("/{id}/acknowledgement")
  public void acknowledge(@PathParam("id") String id) {
    notices.see(actor.get(), Ids.parse(id));
  }
}
