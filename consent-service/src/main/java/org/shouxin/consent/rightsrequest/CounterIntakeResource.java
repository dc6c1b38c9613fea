package org.shouxin.consent.rightsrequest;

import static org.shouxin.platform.identity.Role.Names.CLIENT_MANAGER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Rights requests that staff record. Whose customer somebody is, records-service knows: it seals
 * the words for those only who look after her, and without sealed words nothing is recorded
 * (D-134).
 */
@Path("/v1/rights-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({CLIENT_MANAGER, SUPERVISOR})
@RunOnVirtualThread
class CounterIntakeResource {
  private final CounterIntake intake;
  private final CurrentActor actor;

  CounterIntakeResource(CounterIntake intake, CurrentActor actor) {
    this.intake = intake;
    this.actor = actor;
  }

  /**
   * What somebody asked for.
   *
   * @param textId the words as staff wrote them down, sealed in records-service
   * @param identity missing when nobody has checked yet
   * @param guardianId who asks for a child
   */
  record Recorded(
      @NotNull String customerId,
      @NotNull String type,
      @NotNull IntakeChannel channel,
      @Nullable String textId,
      @Nullable @Valid IdentityCheck identity,
      @Nullable String guardianId) {

    CounterIntake.Recording recording() {
      return new CounterIntake.Recording(
          CustomerId.parse(customerId),
          RightsRequestType.named(type),
          channel,
          identity,
          guardianId == null ? null : CustomerId.parse(guardianId));
    }
  }

  @POST
  @Path("/intake")
  @ResponseStatus(201)
  public RightsRequest record(
      @Valid @NotNull Recorded recorded,
      @HeaderParam("Idempotency-Key") @Nullable @Pattern(regexp = "[A-Za-z0-9._:-]{8,100}")
          String key) {
    String textId = recorded.textId();
    if (textId == null) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "textId");
    }
    return intake.record(actor.get(), recorded.recording(), Ids.parse(textId), key);
  }

  /** Refuses what the intake itself would be refused for, before its words are sealed. */
  @POST
  @Path("/intake/check")
  public void check(@Valid @NotNull Recorded recorded) {
    intake.check(actor.get(), recorded.recording());
  }

  @POST
  @Path("/{id}/identity-check")
  public RightsRequest checkIdentity(
      @PathParam("id") String id, @Valid @NotNull IdentityCheck identity) {
    return intake.checkIdentity(actor.get(), Ids.parse(id), identity);
  }
}
