package org.shouxin.records.transfer.arrival;

import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.vault.PublicJwk;
import org.shouxin.records.vault.TransferKeys;

/** Arriving packages over REST, for the receiver. */
@Path("/v1/arrivals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(COMPLIANCE_OFFICER)
@RunOnVirtualThread
class ArrivalResource {
  private final Arrivals arrivals;
  private final ArrivalAssignments assignments;
  private final TransferKeys keys;
  private final CurrentActor actor;

  ArrivalResource(
      Arrivals arrivals, ArrivalAssignments assignments, TransferKeys keys, CurrentActor actor) {
    this.arrivals = arrivals;
    this.assignments = assignments;
    this.keys = keys;
    this.actor = actor;
  }

  /** A public key as JSON Web Key. */
  record Jwk(
      @NotNull @Size(max = 16) String kty,
      @NotNull @Size(max = 16) String crv,
      @NotNull @Size(max = 512) String x) {}

  /** The public keys of a controller, to be given to the other side of a transfer. */
  record Keys(PublicJwk receivingKey, PublicJwk signingKey) {}

  /**
   * A signed manifest.
   *
   * @param sellerKey the seller's signing key, as the parties exchanged it
   */
  record Opening(
      @NotBlank String manifest,
      @NotBlank @Size(max = 200) String signature,
      @Valid @NotNull Jwk sellerKey) {}

  @GET
  @Path("/keys")
  @Operation(summary = "This controller's public keys for transfers")
  public Keys keys() {
    Actor caller = actor.get();
    return new Keys(keys.receivingKey(caller.controller()), keys.signingKey(caller.controller()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Opens an arrival by its signed manifest; tells which files are missing")
  public Arrival open(@Valid @NotNull Opening opening) {
    Jwk seller = opening.sellerKey();
    return arrivals.open(
        actor.get(),
        opening.manifest(),
        opening.signature(),
        new PublicJwk(seller.kty(), seller.crv(), seller.x()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  @Operation(summary = "How far an arrival is")
  public Arrival get(@PathParam("id") String id) {
    return arrivals.get(actor.get(), Ids.parse(id));
  }

  @PUT
  @Path("/{id}/files/{name: .+}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Takes one file of the package by its name in the manifest")
  public Arrival take(
      @PathParam("id") String id, @PathParam("name") String name, InputStream content) {
    return arrivals.take(actor.get(), Ids.parse(id), name, content);
  }

  @POST
  @Path("/{id}/admission")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  @Operation(summary = "Checks the whole package and admits everybody at once, or nobody")
  public Arrival admit(@PathParam("id") String id) {
    return arrivals.admit(actor.get(), Ids.parse(id));
  }

  /** Who is to look after those whom nobody looks after. */
  record ArrivalAssigning(@NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String employeeNo) {}

  @POST
  @Path("/{id}/assignment")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(SUPERVISOR)
  @Operation(summary = "Gives everybody of an arrival whom nobody looks after to one employee")
  public Arrival assign(@PathParam("id") String id, @Valid @NotNull ArrivalAssigning assigning) {
    return assignments.assign(actor.get(), Ids.parse(id), assigning.employeeNo());
  }

  @POST
  @Path("/{id}/receipt")
  @Operation(summary = "Compares item by item in both directions and signs the receipt, once")
  public ArrivalTable.Signed receipt(@PathParam("id") String id) {
    return arrivals.receipt(actor.get(), Ids.parse(id));
  }
}
