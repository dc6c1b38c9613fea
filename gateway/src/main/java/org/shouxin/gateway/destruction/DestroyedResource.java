package org.shouxin.gateway.destruction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.Neighbours;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The same for a person who has no account any more: the code stands in the body, never in an
 * address.
 */
@Path("/destroyed")
@PermitAll
@RunOnVirtualThread
public class DestroyedResource {
  private final SummaryEndpoint audit;
  private final Neighbours neighbours;

  @Inject
  DestroyedResource(@RestClient SummaryEndpoint audit, Neighbours neighbours) {
    this.audit = audit;
    this.neighbours = neighbours;
  }

  /** The code as it was given. */
  public record Question(@Nullable String code) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public DestructionSummary open(Question question) {
    String code = question.code();
    if (code == null) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "code is required");
    }
    return neighbours.ask(() -> audit.open(Map.of("code", code)));
  }
}
