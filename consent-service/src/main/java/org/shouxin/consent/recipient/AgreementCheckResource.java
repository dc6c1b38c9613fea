package org.shouxin.consent.recipient;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** Checks whether a recipient keeps its agreement (协议履行检查, R-PT-02). */
@Path("/v1/recipients/{id}/agreement-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(COMPLIANCE_OFFICER)
@RunOnVirtualThread
class AgreementCheckResource {
  private final AgreementDesk desk;
  private final CurrentActor actor;

  AgreementCheckResource(AgreementDesk desk, CurrentActor actor) {
    this.desk = desk;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({COMPLIANCE_OFFICER, AUDITOR})
  public List<AgreementCheckView> list(
      @PathParam("id") @Pattern(regexp = RecipientResource.ID) String id) {
    return desk.list(actor.get(), id).stream().map(AgreementCheckView::of).toList();
  }

  @POST
  @ResponseStatus(201)
  public AgreementCheckView record(
      @PathParam("id") @Pattern(regexp = RecipientResource.ID) String id,
      @Valid @NotNull AgreementFindings findings) {
    return AgreementCheckView.of(desk.record(actor.get(), id, findings));
  }

  @POST
  @Path("/{checkId}/closure")
  public AgreementCheckView close(
      @PathParam("id") @Pattern(regexp = RecipientResource.ID) String id,
      @PathParam("checkId") String checkId,
      @Valid @NotNull CheckClosure closure) {
    return AgreementCheckView.of(
        desk.close(actor.get(), id, Ids.parse(checkId), closure.outcome()));
  }

  /** How the case ended. */
  record CheckClosure(@NotNull CheckOutcome outcome) {}
}
