package org.shouxin.records.transfer;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.transfer.room.DataRooms;
import org.shouxin.records.transfer.room.RoomView;

/** A transfer's due-diligence room over REST, for the seller. */
@Path("/v1/transfers/{id}/room")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RoomResource {
  private final RoomOpening rooms;
  private final CurrentActor actor;

  RoomResource(RoomOpening rooms, CurrentActor actor) {
    this.rooms = rooms;
    this.actor = actor;
  }

  /**
   * A room to open.
   *
   * @param viewers employee numbers at the buyer
   * @param endsOn last day, until 24:00 in Shanghai
   */
  record Opening(
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String agreementSha256,
      @NotNull LocalDate endsOn,
      @NotNull @Size(min = 1, max = 20)
          List<@NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,20}") String> viewers) {}

  /** An explanation for the viewers. */
  record Note(@NotBlank @Size(max = 4_000) String text) {}

  @POST
  @ResponseStatus(201)
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Counts the people of the scope once and opens the room to named viewers")
  public DataRooms.State open(@PathParam("id") String id, @Valid @NotNull Opening opening) {
    return rooms.open(
        actor.get(), Ids.parse(id), opening.agreementSha256(), opening.endsOn(), opening.viewers());
  }

  @POST
  @Path("/notes")
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Adds an explanation; refused where it has the pattern of a person's number")
  public void note(@PathParam("id") String id, @Valid @NotNull Note note) {
    rooms.write(actor.get(), Ids.parse(id), note.text());
  }

  @GET
  @Path("/views")
  @RolesAllowed({COMPLIANCE_OFFICER, AUDITOR})
  @Operation(summary = "Who was shown what, newest first")
  public List<RoomView> views(@PathParam("id") String id) {
    return rooms.views(actor.get(), Ids.parse(id));
  }
}
