package org.shouxin.records.correction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role.Names;

/** Corrections (issue 3 item 7). */
@Path("/v1/corrections")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CorrectionResource {
  private final Corrections corrections;
  private final CorrectionQueue queue;
  private final ProposalReading reading;
  private final CurrentActor actor;

  CorrectionResource(
      Corrections corrections, CorrectionQueue queue, ProposalReading reading, CurrentActor actor) {
    this.corrections = corrections;
    this.queue = queue;
    this.reading = reading;
    this.actor = actor;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Names.CUSTOMER, Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Proposes the right value of a field; applied at once or by a second person")
  public CorrectionView propose(@NotNull @Valid CorrectionRequest request) {
    return CorrectionView.of(corrections.propose(actor.get(), request));
  }

  @POST
  @Path("/codes")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Names.CUSTOMER)
  @Operation(summary = "Sends a one-time code to the caller's new mobile number")
  public CodeSent sendCode(@NotNull @Valid NewMobile request) {
    return new CodeSent(corrections.sendCode(actor.get(), request.mobile()));
  }

  @GET
  @Path("/queue")
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Other people's proposals that wait for the caller's decision, oldest first")
  public List<WaitingCorrection> queue() {
    return queue.of(actor.get());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Somebody else's waiting proposal with both values masked; a recorded read")
  public ProposedChange proposed(@PathParam("id") String id) {
    return reading.of(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/approval")
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Applies somebody else's proposal after checking its evidence")
  public CorrectionView approve(@PathParam("id") String id) {
    return CorrectionView.of(
        corrections.decide(actor.get(), Ids.parse(id), Correction.State.APPLIED));
  }

  @POST
  @Path("/{id}/rejection")
  @RolesAllowed({Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Rejects somebody else's proposal")
  public CorrectionView reject(@PathParam("id") String id) {
    return CorrectionView.of(
        corrections.decide(actor.get(), Ids.parse(id), Correction.State.REJECTED));
  }

  /** The number to prove. */
  record NewMobile(@NotNull @Size(max = 40) String mobile) {
    @Override
    public String toString() {
      return "NewMobile[redacted]";
    }
  }

  /** Until when the code can be used. */
  record CodeSent(Instant expiresAt) {}

  /** A correction on its way: PROPOSED, APPLIED or REJECTED. */
  record CorrectionView(String id, String state) {
    static CorrectionView of(Correction correction) {
      return new CorrectionView(correction.id().toString(), correction.state().name());
    }
  }
}
