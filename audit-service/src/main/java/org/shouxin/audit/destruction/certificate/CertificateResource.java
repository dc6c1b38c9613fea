package org.shouxin.audit.destruction.certificate;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.OPERATOR;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;

/** Certificates over REST, and codes for the people concerned. */
@Path("/v1/destruction/plans/{id}")
@RunOnVirtualThread
class CertificateResource {

  /** For whom a code is made. */
  public record CodeFor(@NotNull @Size(min = 36, max = 36) String customerId) {}

  /** The code, shown this once. */
  public record Code(String code) {}

  private final CertificateReader reader;
  private final Summaries summaries;
  private final CurrentActor actor;

  @Inject
  CertificateResource(CertificateReader reader, Summaries summaries, CurrentActor actor) {
    this.reader = reader;
    this.summaries = summaries;
    this.actor = actor;
  }

  @GET
  @Path("/certificate")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR, OPERATOR})
  @Operation(summary = "The signed certificate with its inclusion proof")
  public CertificateView certificate(@PathParam("id") String id) {
    return reader.get(actor.get(), Ids.parse(id));
  }

  @GET
  @Path("/certificate/document")
  @Produces("application/pdf")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR, OPERATOR})
  @Operation(summary = "The certificate as a PDF in zh-CN or en")
  public byte[] document(
      @PathParam("id") String id, @QueryParam("language") @DefaultValue("zh-CN") String language) {
    return reader.print(actor.get(), Ids.parse(id), Locale.forLanguageTag(language));
  }

  @POST
  @Path("/codes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "A code by which a person asks what was destroyed of her; shown this once")
  public Code code(@PathParam("id") String id, @NotNull @Valid CodeFor person) {
    return new Code(
        summaries.code(actor.get(), Ids.parse(id), CustomerId.parse(person.customerId())));
  }
}
