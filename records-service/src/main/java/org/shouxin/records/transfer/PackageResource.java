package org.shouxin.records.transfer;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.transfer.parcel.Packing;
import org.shouxin.records.vault.PublicJwk;

/** Packages of transfers over REST, for the seller. */
@Path("/v1/transfers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(COMPLIANCE_OFFICER)
@RunOnVirtualThread
class PackageResource {
  private final Handover handover;
  private final Leftovers leftovers;
  private final CurrentActor actor;

  PackageResource(Handover handover, Leftovers leftovers, CurrentActor actor) {
    this.handover = handover;
    this.leftovers = leftovers;
    this.actor = actor;
  }

  /** A public key as JSON Web Key. */
  record Jwk(
      @NotNull @Size(max = 16) String kty,
      @NotNull @Size(max = 16) String crv,
      @NotNull @Size(max = 512) String x) {
    PublicJwk key() {
      return new PublicJwk(kty, crv, x);
    }
  }

  /** The receiver's keys, as its {@code /v1/arrivals/keys} tells them. */
  record Naming(@Valid @NotNull Jwk receivingKey, @Valid @NotNull Jwk signingKey) {}

  /** The receiver's receipt as it signed it. */
  record Signed(@NotNull String receipt, @NotNull @Size(max = 200) String signature) {}

  /**
   * What becomes of the seller's copy of a class.
   *
   * @param basis retention class or article for keeping, order or file number for destroying
   */
  record Leftover(
      @NotNull @Size(max = 40) String itemClass,
      @NotNull @Pattern(regexp = "KEEP_RESTRICTED|DESTROY") String decision,
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ._/-]{2,95}") String basis) {}

  /** Classes about which nothing is decided yet. */
  record Open(List<String> open) {}

  /** A decision about one class. */
  record LeftoverDecided(String itemClass, String decision, String basis) {}

  /**
   * A destruction plan that carries out decisions; its certificate has the plan's number.
   *
   * @param certificateSha256 digest of the certificate; null before it is issued
   */
  record LeftoverDestroying(UUID planId, String state, @Nullable String certificateSha256) {}

  /** Every decision about the seller's copy, and what destroys it. */
  record LeftoverAnswer(List<LeftoverDecided> decided, List<LeftoverDestroying> plans) {}

  @GET
  @Path("/leftovers")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR})
  @Operation(summary = "Decisions about the seller's copy, destruction plans and certificates")
  public LeftoverAnswer leftovers(@PathParam("id") String id) {
    Leftovers.Answer answer = leftovers.get(actor.get(), Ids.parse(id));
    return new LeftoverAnswer(
        answer.decided().stream()
            .map(each -> new LeftoverDecided(each.itemClass(), each.decision(), each.basis()))
            .toList(),
        answer.plans().stream()
            .map(plan ->
                new LeftoverDestroying(plan.planId(), plan.state(), plan.certificateSha256()))
            .toList());
  }

  @POST
  @Path("/leftovers")
  @Operation(summary = "Decides about the seller's copy of one class; the close needs all of them")
  public Open leftover(@PathParam("id") String id, @Valid @NotNull Leftover leftover) {
    return new Open(
        leftovers.decide(
            actor.get(),
            Ids.parse(id),
            new Leftovers.Decision(leftover.itemClass(), leftover.decision(), leftover.basis())));
  }

  @POST
  @Path("/receiver")
  @Operation(summary = "Names the receiver's public keys, once, before the package is approved")
  public Transfer receiver(@PathParam("id") String id, @Valid @NotNull Naming naming) {
    return handover.name(
        actor.get(), Ids.parse(id), naming.receivingKey().key(), naming.signingKey().key());
  }

  @POST
  @Path("/package")
  @Operation(summary = "Packs on, some chunks a call, until the package is sealed")
  public Packing.State pack(@PathParam("id") String id) {
    return handover.pack(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/package/handover")
  @Operation(summary = "Gives out the signed manifest; from then on the files can be fetched")
  public Packing.Signed handOver(@PathParam("id") String id) {
    return handover.handOver(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/receipt")
  @Operation(summary = "Takes the receiver's signed receipt; it matches the manifest or is refused")
  public Transfer receipt(@PathParam("id") String id, @Valid @NotNull Signed receipt) {
    return handover.receipt(actor.get(), Ids.parse(id), receipt.receipt(), receipt.signature());
  }

  @GET
  @Path("/package/files/{name: .+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "A file of the package by its name in the manifest")
  public Response file(@PathParam("id") String id, @PathParam("name") String name) {
    InputStream file = handover.file(actor.get(), Ids.parse(id), name);
    StreamingOutput body =
        out -> {
          try (file) {
            file.transferTo(out);
          }
        };
    return Response.ok(body).build();
  }
}
