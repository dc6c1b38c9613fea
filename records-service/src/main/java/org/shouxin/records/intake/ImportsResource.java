package org.shouxin.records.intake;

import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** Imports of books of business over REST. */
@Path("/v1/imports")
@RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
@RunOnVirtualThread
class ImportsResource {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String CSV = "text/csv; charset=UTF-8";

  private final Imports imports;
  private final DefectReport report;
  private final CurrentActor actor;

  ImportsResource(Imports imports, DefectReport report, CurrentActor actor) {
    this.imports = imports;
    this.report = report;
    this.actor = actor;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Imports a book of business (CSV or XLSX as the body); answers at once, reads on")
  public Response receive(InputStream body) throws IOException {
    BookImport begun = imports.receive(actor.get(), body);
    return Response.accepted(begun).location(URI.create("/v1/imports/" + begun.id())).build();
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "How far an import is: state, rows read, accepted, rejected")
  public BookImport progress(@PathParam("id") String id) {
    return imports.get(actor.get(), Ids.parse(id));
  }

  @GET
  @Path("/{id}/defects")
  @Produces(CSV)
  @Operation(summary = "Every fault found so far as CSV: row,application_no,column,code")
  public Response defectsAsCsv(@PathParam("id") String id) {
    Actor reader = actor.get();
    UUID readBy = readBy(reader, id);
    StreamingOutput body = out -> report.writeCsv(reader, readBy, out);
    return Response.ok(body, CSV).build();
  }

  @GET
  @Path("/{id}/defects.xlsx")
  @Produces(XLSX)
  @Operation(summary = "The same as a spreadsheet, with severity and what to do")
  public Response defectsAsXlsx(@PathParam("id") String id) {
    Actor reader = actor.get();
    UUID readBy = readBy(reader, id);
    StreamingOutput body = out -> report.writeXlsx(reader, readBy, out);
    return Response.ok(body, XLSX)
        .header("Content-Disposition", "attachment; filename=\"defects.xlsx\"")
        .build();
  }

  /** The import that read the file: for a duplicate the first one. */
  private UUID readBy(Actor reader, String id) {
    BookImport asked = imports.get(reader, Ids.parse(id));
    return Objects.requireNonNullElse(asked.duplicateOf(), asked.id());
  }
}
