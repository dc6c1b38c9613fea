package org.shouxin.consent.position;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** Joiner, mover, leaver over REST: one proposes, another approves (R-AC-03). */
@Path("/v1/staff-changes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({SUPERVISOR, COMPLIANCE_OFFICER})
@RunOnVirtualThread
class StaffChangeResource {
  private final StaffChanges changes;
  private final StaffChangeRows rows;
  private final AccountTasks tasks;
  private final Database database;
  private final CurrentActor actor;

  StaffChangeResource(
      StaffChanges changes,
      StaffChangeRows rows,
      AccountTasks tasks,
      Database database,
      CurrentActor actor) {
    this.changes = changes;
    this.rows = rows;
    this.tasks = tasks;
    this.database = database;
    this.actor = actor;
  }

  /** What HR says; which parts are needed follows from the kind. */
  public record Proposal(
      StaffChange.@NotNull Kind kind,
      @NotNull String employeeNo,
      @Nullable String identityNumber,
      @Nullable List<@NotNull String> roles,
      @Nullable String branch,
      @Nullable String externalCheck,
      @Nullable @Size(max = 500) String overrideReason,
      @Nullable String successor,
      @NotNull LocalDate effectiveOn) {
    @Override
    public String toString() {
      return "Proposal[redacted]";
    }
  }

  /** The reference of the cancelled registration. */
  public record Cancellation(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{3,79}") String evidence) {}

  @GET
  @RolesAllowed({SUPERVISOR, COMPLIANCE_OFFICER, AUDITOR})
  public List<StaffChange> list() {
    return database.read(actor.get().controller(), rows::list);
  }

  /** What the identity provider was told, and what it still has to be told. */
  @GET
  @Path("/account-tasks")
  @RolesAllowed({SUPERVISOR, COMPLIANCE_OFFICER, AUDITOR})
  public List<AccountTask> tasks() {
    return tasks.list(actor.get());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public StaffChange propose(@Valid @NotNull Proposal proposal) {
    return changes.propose(
        actor.get(),
        HrRules.checked(
            new HrEvent(
                proposal.kind(),
                proposal.employeeNo(),
                proposal.identityNumber(),
                proposal.roles(),
                proposal.branch(),
                proposal.externalCheck(),
                proposal.overrideReason(),
                proposal.successor(),
                proposal.effectiveOn())));
  }

  /** HR's file: every line is checked before the first is proposed. */
  @POST
  @Path("/file")
  @Consumes("text/csv")
  @ResponseStatus(201)
  public List<StaffChange> proposeFile(@NotNull @Size(max = 200_000) String csv) {
    Actor proposer = actor.get();
    return HrFile.read(csv).stream().map(HrRules::checked).toList().stream()
        .map(event -> changes.propose(proposer, event))
        .toList();
  }

  @POST
  @Path("/{id}/approval")
  public StaffChange approve(@PathParam("id") String id) {
    return changes.approve(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/registration-cancellation")
  @Consumes(MediaType.APPLICATION_JSON)
  public StaffChange registrationCancelled(
      @PathParam("id") String id, @Valid @NotNull Cancellation cancellation) {
    return changes.registrationCancelled(actor.get(), Ids.parse(id), cancellation.evidence());
  }
}
