package org.shouxin.audit.retention;

import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.SERVICE;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Erasure requests: consent-service asks once the person is verified, an officer confirms. */
@Path("/v1/erasures")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ErasureResource {
  private static final String ASKING = "consent-service";

  /** A verified person's request. */
  public record Request(
      @NotNull String controllerId,
      @NotNull @Size(min = 36, max = 36) String requestId,
      @NotNull @Size(min = 36, max = 36) String customerId) {}

  private final Erasures erasures;
  private final CurrentActor actor;

  @Inject
  ErasureResource(Erasures erasures, CurrentActor actor) {
    this.erasures = erasures;
    this.actor = actor;
  }

  @POST
  @RolesAllowed(SERVICE)
  @Operation(summary = "Prepares the answer for every record of a person who asks for erasure")
  public Erasures.Erasure assess(@NotNull @Valid Request request) {
    if (!actor.get().id().equals(ASKING)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    return erasures.assess(
        new ControllerId(request.controllerId()),
        Ids.parse(request.requestId()),
        CustomerId.parse(request.customerId()));
  }

  @POST
  @Path("/{requestId}/confirmation")
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Confirms the prepared answer and executes it")
  public Erasures.Erasure confirm(@PathParam("requestId") String requestId) {
    return erasures.confirm(actor.get(), Ids.parse(requestId));
  }
}
