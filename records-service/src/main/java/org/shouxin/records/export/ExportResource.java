package org.shouxin.records.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role.Names;

/** Exports (R-RC-15). */
@Path("/v1/exports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ExportResource {
  private final Exports exports;
  private final Production production;
  private final Decoding decoding;
  private final CurrentActor actor;

  ExportResource(Exports exports, Production production, Decoding decoding, CurrentActor actor) {
    this.exports = exports;
    this.production = production;
    this.decoding = decoding;
    this.actor = actor;
  }

  /**
   * The encrypted file.
   *
   * @param ciphertext HPKE ciphertext in base64; its context is the export's id
   */
  record ExportFile(String exportId, String ciphertext) {}

  /** A leaked sheet as CSV text. */
  record LeakedSheet(@NotNull @Size(max = 200_000) String sheet) {
    @Override
    public String toString() {
      return "LeakedSheet[redacted]";
    }
  }

  /** The receiver's key that is meant, by its digest. */
  public record KeyNamed(@NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}") String keyDigest) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Asks for an export to one receiver; another person decides")
  public ExportView request(@NotNull @Valid ExportRequest request) {
    return exports.request(actor.get(), request);
  }

  @GET
  @RolesAllowed({Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "The caller's own exports, newest first")
  public List<ExportView> own() {
    return exports.listOwn(actor.get());
  }

  @GET
  @Path("/queue")
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Exports that wait for the caller's decision, oldest first")
  public List<ExportView> queue() {
    return exports.queue(actor.get());
  }

  @POST
  @Path("/{id}/approval")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Lets somebody else's export be fetched once within 24 hours")
  public ExportView approve(@PathParam("id") String id, @NotNull @Valid KeyNamed named) {
    return exports.approve(actor.get(), Ids.parse(id), named.keyDigest());
  }

  @POST
  @Path("/{id}/rejection")
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Rejects somebody else's export")
  public ExportView reject(@PathParam("id") String id) {
    return exports.reject(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/file")
  @RolesAllowed({Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Makes the file of one's own approved export, encrypted, once")
  public ExportFile file(@PathParam("id") String id) {
    byte[] file = production.produce(actor.get(), Ids.parse(id));
    return new ExportFile(id, Base64.getEncoder().encodeToString(file));
  }

  @POST
  @Path("/watermark")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Names.COMPLIANCE_OFFICER, Names.AUDITOR})
  @Operation(summary = "Who exported a leaked sheet, and when")
  public Decoding.Decoded decode(@NotNull @Valid LeakedSheet leaked) {
    return decoding.decode(actor.get(), leaked.sheet());
  }
}
