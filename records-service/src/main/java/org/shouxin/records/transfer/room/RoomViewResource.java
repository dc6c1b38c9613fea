package org.shouxin.records.transfer.room;

import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** The room for the buyer's named viewers; each question is a view of its own. */
@Path("/v1/data-rooms/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
@RunOnVirtualThread
class RoomViewResource {
  private static final String CONTROLLER = "ctl-[a-z0-9][a-z0-9-]{0,40}";

  private final DataRooms rooms;
  private final CurrentActor actor;

  RoomViewResource(DataRooms rooms, CurrentActor actor) {
    this.rooms = rooms;
    this.actor = actor;
  }

  /** The agreement that is accepted, by the digest of its text. */
  record Acceptance(
      @NotNull @Pattern(regexp = CONTROLLER) String sellerId,
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String agreementSha256) {}

  /** Whose room. */
  record Question(@NotNull @Pattern(regexp = CONTROLLER) String sellerId) {}

  /** A table by these dimensions; by none, the total. */
  record TableQuestion(
      @NotNull @Pattern(regexp = CONTROLLER) String sellerId,
      @NotNull @Size(max = 4) List<@NotNull Dimension> dimensions) {}

  @POST
  @Path("/agreement")
  @Operation(summary = "Accepts the confidentiality agreement")
  public void accept(@PathParam("id") String id, @Valid @NotNull Acceptance acceptance) {
    rooms.accept(
        actor.get(),
        new ControllerId(acceptance.sellerId()),
        Ids.parse(id),
        acceptance.agreementSha256());
  }

  @POST
  @Path("/tables")
  @Operation(summary = "How many people, by dimensions; cells and their differences are 0 or >= k")
  public DataRooms.Shown<RoomTable> table(
      @PathParam("id") String id, @Valid @NotNull TableQuestion question) {
    return rooms.table(
        actor.get(), new ControllerId(question.sellerId()), Ids.parse(id), question.dimensions());
  }

  @POST
  @Path("/sample")
  @Operation(summary = "Generalised rows: what at least k people have in common")
  public DataRooms.Shown<List<Map<String, String>>> sample(
      @PathParam("id") String id, @Valid @NotNull Question question) {
    return rooms.sample(actor.get(), new ControllerId(question.sellerId()), Ids.parse(id));
  }

  @POST
  @Path("/notes")
  @Operation(summary = "The seller's explanations")
  public DataRooms.Shown<List<String>> notes(
      @PathParam("id") String id, @Valid @NotNull Question question) {
    return rooms.notes(actor.get(), new ControllerId(question.sellerId()), Ids.parse(id));
  }
}
