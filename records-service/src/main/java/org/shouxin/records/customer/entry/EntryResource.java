package org.shouxin.records.customer.entry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Role.Names;
import org.shouxin.records.customer.CustomerRegister;

/** Staff enter a single customer. */
@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
@RunOnVirtualThread
class EntryResource {
  private final CustomerEntry entry;
  private final CurrentActor actor;

  EntryResource(CustomerEntry entry, CurrentActor actor) {
    this.entry = entry;
    this.actor = actor;
  }

  @POST
  @Operation(summary = "Enters one customer; every fault of every field is reported at once")
  public RestResponse<EnteredView> enter(@NotNull @Valid EntryRequest request) {
    CustomerRegister.Admitted admitted = entry.enter(actor.get(), request);
    return RestResponse.status(
        admitted.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
        new EnteredView(admitted.id().toString(), admitted.created()));
  }

  /** The customer's opaque id; {@code created} is false for one who was known already. */
  record EnteredView(String id, boolean created) {}
}
