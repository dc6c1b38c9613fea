package org.shouxin.consent.guardianship;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;

/** Guardians of children under 14. */
@Path("/v1/guardianships")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class GuardianshipResource {
  private final GuardianshipRegister register;
  private final CurrentActor actor;

  GuardianshipResource(GuardianshipRegister register, CurrentActor actor) {
    this.register = register;
    this.actor = actor;
  }

  /**
   * Records a guardian whose document the caller saw. Who is a guardian sees the child's data, so a
   * client manager alone cannot make somebody one.
   */
  @POST
  @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.COMPLIANCE_OFFICER})
  public RestResponse<Guardianship> verify(@Valid @NotNull GuardianshipClaim claim) {
    GuardianshipRegister.Verified verified = register.verify(actor.get(), claim);
    return RestResponse.status(
        verified.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
        verified.guardianship());
  }

  @POST
  @Path("/{id}/end")
  @RolesAllowed(Role.Names.COMPLIANCE_OFFICER)
  public Guardianship end(@PathParam("id") String id) {
    return register.end(actor.get(), Ids.parse(id));
  }

  /** The children for whom the calling customer decides today. */
  @GET
  @Path("/wards")
  @RolesAllowed(Role.Names.CUSTOMER)
  public List<Ward> wards() {
    return register.listWards(actor.get()).stream().map(Ward::of).toList();
  }

  /** Who is or was a child's guardian; the id stands in the body, not in the address. */
  @POST
  @Path("/query")
  @RolesAllowed({
    Role.Names.CLIENT_MANAGER,
    Role.Names.SUPERVISOR,
    Role.Names.COMPLIANCE_OFFICER,
    Role.Names.AUDITOR
  })
  public List<Guardianship> query(@Valid @NotNull Child child) {
    return register.listOfChild(actor.get(), CustomerId.parse(child.childId()));
  }

  /** Takes from records-service who is under 14. */
  @POST
  @Path("/childhoods")
  @RolesAllowed(Role.Names.SERVICE)
  public void report(@Valid @NotNull ChildhoodReport report) {
    register.report(report);
  }

  /** Tells a service of ours who answers for a child today: notices about her go to them (K-15). */
  @POST
  @Path("/guardians")
  @RolesAllowed(Role.Names.SERVICE)
  public InPower guardians(@Valid @NotNull ChildOfController child) {
    return new InPower(
        register.listGuardiansInPower(
            new ControllerId(child.controllerId()), CustomerId.parse(child.childId())));
  }

  /** A child of one controller. */
  record ChildOfController(@NotNull String controllerId, @NotNull String childId) {}

  /** Guardians whose power has not ended. */
  record InPower(List<UUID> guardianIds) {}

  /** Whose guardians. */
  record Child(@NotNull String childId) {}

  /** A child as the guardian sees it. */
  record Ward(UUID customerId, Relation relation, LocalDate endsOn) {
    static Ward of(Guardianship power) {
      return new Ward(power.childId(), power.relation(), power.endsOn());
    }
  }
}
