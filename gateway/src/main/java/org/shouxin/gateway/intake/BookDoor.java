package org.shouxin.gateway.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouxin.gateway.guard.Gatekeeper;
import org.shouxin.gateway.neighbour.Neighbours;

/**
 * The door for a book of business: its bytes pass through and are kept nowhere here (D-132). What
 * became of it is asked by GraphQL {@code bookImport}.
 */
@Path("/files/imports")
@PermitAll
@RunOnVirtualThread
public class BookDoor {
  private final Gatekeeper gatekeeper;
  private final BookFiles records;
  private final Neighbours neighbours;

  @Inject
  BookDoor(Gatekeeper gatekeeper, @RestClient BookFiles records, Neighbours neighbours) {
    this.gatekeeper = gatekeeper;
    this.records = records;
    this.neighbours = neighbours;
  }

  /** Imports a book (CSV or XLSX as the body, 1 GiB at most); answers at once, reads on. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<BookImport> begin(InputStream book) {
    gatekeeper.admit();
    return RestResponse.ResponseBuilder.<BookImport>create(RestResponse.Status.ACCEPTED)
        .entity(neighbours.ask(() -> records.begin(book)).shown())
        .build();
  }

  /** Every fault of an import as CSV: row, application number, column, code. */
  @GET
  @Path("/{id}/defects")
  @Produces("text/csv; charset=UTF-8")
  public InputStream defects(@PathParam("id") String id) {
    gatekeeper.admit();
    return neighbours.ask(() -> records.defects(id));
  }

  /** The same as a spreadsheet, with severity and what to do. */
  @GET
  @Path("/{id}/defects.xlsx")
  @Produces(BookFiles.XLSX)
  public RestResponse<InputStream> sheet(@PathParam("id") String id) {
    gatekeeper.admit();
    return RestResponse.ResponseBuilder.ok(neighbours.ask(() -> records.sheet(id)))
        .header("Content-Disposition", "attachment; filename=\"defects.xlsx\"")
        .build();
  }
}
