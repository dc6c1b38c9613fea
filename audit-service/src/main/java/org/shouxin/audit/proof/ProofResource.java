package org.shouxin.audit.proof;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Proofs for callers that do not read tiles themselves. */
@Path("/v1/proofs")
@Produces(MediaType.APPLICATION_JSON)
class ProofResource {
  private final Proofs proofs;
  private final CurrentActor actor;

  @Inject
  ProofResource(Proofs proofs, CurrentActor actor) {
    this.proofs = proofs;
    this.actor = actor;
  }

  @GET
  @Path("inclusion/{eventId}")
  @Authenticated
  @RunOnVirtualThread
  @Operation(
      summary = "Proof that an event is in the log; waits up to two seconds for its integration")
  public InclusionProof inclusion(@PathParam("eventId") String eventId)
      throws InterruptedException {
    return proofs.inclusion(actor.get(), Ids.parse(eventId));
  }

  @GET
  @Path("consistency")
  @PermitAll
  @RunOnVirtualThread
  @Operation(summary = "Proof that the log of one size begins with the log of a smaller size")
  public ConsistencyProof consistency(
      @QueryParam("from") @Nullable Long from, @QueryParam("to") @Nullable Long to) {
    if (from == null) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "from is required");
    }
    return proofs.consistency(from, to == null ? proofs.size() : to);
  }
}
