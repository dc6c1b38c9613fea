package org.shouxin.gateway.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.guard.Gatekeeper;
import org.shouxin.gateway.neighbour.Neighbours;

/** The door for the controller's staff list (CSV or XLSX), which is sent before a book. */
@Path("/files/staff")
@PermitAll
@RunOnVirtualThread
public class StaffListDoor {
  private final Gatekeeper gatekeeper;
  private final BookFiles records;
  private final Neighbours neighbours;

  @Inject
  StaffListDoor(Gatekeeper gatekeeper, @RestClient BookFiles records, Neighbours neighbours) {
    this.gatekeeper = gatekeeper;
    this.records = records;
    this.neighbours = neighbours;
  }

  /** Records who works here; how many the list names, and whose work address is none. */
  @PUT
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  public BookFiles.Recorded record(InputStream list) {
    gatekeeper.admit();
    return neighbours.ask(() -> records.staff(list));
  }
}
