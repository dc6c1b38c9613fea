package org.shouxin.audit.destruction;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.OPERATOR;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/**
 * Destructions over REST: compliance proposes, a supervisor or compliance officer approves, an
 * operator executes, an auditor, supervisor or compliance officer witnesses (R-RC-11).
 */
@Path("/v1/destruction/plans")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DestructionResource {
  private static final String DIGEST = "[A-Za-z0-9_-]{43}";

  /** A list to destroy and why. */
  public record Proposal(
      @NotNull Cause cause,
      @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid ScopeLine> items) {}

  /**
   * A line of the list.
   *
   * @param customerId of the person; none for a medium
   * @param recordRef a record of the person, empty for all of it in the store and class; a medium's
   *     serial number
   * @param method for a medium: OVERWRITE or PHYSICAL
   */
  public record ScopeLine(
      @NotNull @Pattern(regexp = "records|consent|media") String store,
      @Nullable @Size(min = 36, max = 36) String customerId,
      @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{0,64}") String recordRef,
      @NotNull @Pattern(regexp = "RT-\\d\\d|MEDIUM") String retentionClass,
      @Nullable Method method) {}

  /** Items that leave the list. */
  public record Change(
      @NotNull @Size(min = 1, max = 1000)
          List<@NotNull @Size(min = 36, max = 36) String> withdrawnItems) {}

  /** The list that is meant. */
  public record Named(@NotNull @Pattern(regexp = DIGEST) String scopeDigest) {}

  /** Who is present. */
  public record Start(@Nullable @Pattern(regexp = "[A-Za-z0-9-]{0,40}") String witness) {}

  /** Why the witness gives no word. */
  public record Absence(@NotNull AbsenceReason reason) {}

  private final StaffProposals proposals;
  private final PlanDesk desk;
  private final AbsenceDesk absences;
  private final PlanReader reader;
  private final CurrentActor actor;

  @Inject
  DestructionResource(
      StaffProposals proposals,
      PlanDesk desk,
      AbsenceDesk absences,
      PlanReader reader,
      CurrentActor actor) {
    this.proposals = proposals;
    this.desk = desk;
    this.absences = absences;
    this.reader = reader;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR, OPERATOR})
  @Operation(summary = "Destruction plans, newest first, 50 a page")
  public List<PlanView> list(@QueryParam("after") @Nullable String after) {
    return reader.list(actor.get(), after == null ? null : Ids.parse(after));
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Proposes a destruction of a list of items")
  public PlanView propose(@NotNull @Valid Proposal proposal) {
    return show(proposals.propose(actor.get(), proposal.cause(), proposal.items()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR, OPERATOR})
  @Operation(summary = "A plan with its course and what remains")
  public PlanView get(@PathParam("id") String id) {
    return show(Ids.parse(id));
  }

  @GET
  @Path("/{id}/items")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR, OPERATOR})
  @Operation(summary = "The scope list, 500 a page")
  public List<Item> items(@PathParam("id") String id, @QueryParam("after") @Nullable String after) {
    return reader.items(actor.get(), Ids.parse(id), after == null ? null : Ids.parse(after));
  }

  @POST
  @Path("/{id}/change")
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Takes items out of the list; an approval is void by that")
  public PlanView change(@PathParam("id") String id, @NotNull @Valid Change change) {
    desk.change(
        actor.get(), Ids.parse(id), change.withdrawnItems().stream().map(Ids::parse).toList());
    return show(Ids.parse(id));
  }

  @POST
  @Path("/{id}/approval")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  @Operation(summary = "Approves the list with this digest")
  public PlanView approve(@PathParam("id") String id, @NotNull @Valid Named named) {
    desk.approve(actor.get(), Ids.parse(id), named.scopeDigest());
    return show(Ids.parse(id));
  }

  @POST
  @Path("/{id}/execution")
  @RolesAllowed(OPERATOR)
  @Operation(summary = "Starts or resumes the execution in the presence of a witness")
  public PlanView start(@PathParam("id") String id, @NotNull @Valid Start start) {
    desk.start(actor.get(), Ids.parse(id), start.witness());
    return show(Ids.parse(id));
  }

  @POST
  @Path("/{id}/media/{item}")
  @RolesAllowed(OPERATOR)
  @Operation(summary = "Says that a medium was destroyed by hand")
  public PlanView mediumDestroyed(@PathParam("id") String id, @PathParam("item") String item) {
    desk.mediumDestroyed(actor.get(), Ids.parse(id), Ids.parse(item));
    return show(Ids.parse(id));
  }

  @POST
  @Path("/{id}/witnessing")
  @RolesAllowed({AUDITOR, SUPERVISOR, COMPLIANCE_OFFICER})
  @Operation(summary = "The named witness confirms that this list was destroyed")
  public PlanView witness(@PathParam("id") String id, @NotNull @Valid Named named) {
    desk.witness(actor.get(), Ids.parse(id), named.scopeDigest());
    return show(Ids.parse(id));
  }

  @POST
  @Path("/{id}/witness-absence")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  @Operation(summary = "Reports that the named witness cannot give the word any more")
  public PlanView witnessAbsent(@PathParam("id") String id, @NotNull @Valid Absence absence) {
    absences.report(actor.get(), Ids.parse(id), absence.reason());
    return show(Ids.parse(id));
  }

  @POST
  @Path("/{id}/log-confirmation")
  @RolesAllowed({AUDITOR, SUPERVISOR, COMPLIANCE_OFFICER})
  @Operation(summary = "A fifth person confirms from the log what no witness confirms")
  public PlanView confirmFromLog(@PathParam("id") String id, @NotNull @Valid Named named) {
    absences.confirm(actor.get(), Ids.parse(id), named.scopeDigest());
    return show(Ids.parse(id));
  }

  @POST
  @Path("/{id}/void")
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Gives a plan up of which nothing is destroyed")
  public PlanView giveUp(@PathParam("id") String id) {
    desk.giveUp(actor.get(), Ids.parse(id));
    return show(Ids.parse(id));
  }

  private PlanView show(UUID id) {
    return reader.get(actor.get(), id);
  }
}
