package org.shouxin.records.transfer.dossier;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** Dossiers of transfers over REST. */
@Path("/v1/transfers/{id}/dossier")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DossierResource {
  private final Dossiers dossiers;
  private final CurrentActor actor;

  DossierResource(Dossiers dossiers, CurrentActor actor) {
    this.dossiers = dossiers;
    this.actor = actor;
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Issues a signed dossier of the transfer for the regulator")
  public DossierTable.IssuedDossier issue(@PathParam("id") String id) {
    return dossiers.issue(actor.get(), Ids.parse(id));
  }

  @GET
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR})
  @Operation(summary = "The newest dossier, exactly as signed")
  public DossierTable.IssuedDossier get(@PathParam("id") String id) {
    return dossiers.get(actor.get(), Ids.parse(id));
  }

  @GET
  @Path("/document")
  @Produces("application/pdf")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR})
  @Operation(summary = "The newest dossier as a PDF in zh-CN or en")
  public byte[] document(
      @PathParam("id") String id, @QueryParam("language") @DefaultValue("zh-CN") String language) {
    return dossiers.print(actor.get(), Ids.parse(id), Locale.forLanguageTag(language));
  }
}
