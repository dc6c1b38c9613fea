package org.shouxin.gateway.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.guard.Gatekeeper;
import org.shouxin.gateway.neighbour.Neighbours;

/** The door for a large sample of leaked people (R-AU-04): one customer id a line. */
@Path("/files/traces")
@PermitAll
@RunOnVirtualThread
public class LeakSampleDoor {
  private final Gatekeeper gatekeeper;
  private final LeakSampleFiles audit;
  private final Neighbours neighbours;

  @Inject
  LeakSampleDoor(Gatekeeper gatekeeper, @RestClient LeakSampleFiles audit, Neighbours neighbours) {
    this.gatekeeper = gatekeeper;
    this.audit = audit;
    this.neighbours = neighbours;
  }

  /** As GraphQL {@code traceLeak} by ids, of up to 1,000,000 people. */
  @POST
  @Consumes(MediaType.TEXT_PLAIN)
  @Produces(MediaType.APPLICATION_JSON)
  public LeakTrace trace(
      @QueryParam("leakedBefore") @Nullable String leakedBefore,
      @QueryParam("knownField") List<String> knownFields,
      @QueryParam("markedExport") List<String> markedExports,
      InputStream ids) {
    gatekeeper.admit();
    return neighbours.ask(() -> audit.trace(leakedBefore, knownFields, markedExports, ids));
  }
}
