package org.shouxin.consent.transferitem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;

/** Items of transfer packages, for records-service, which makes and admits the packages. */
@Path("/v1/transfer-items")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.SERVICE)
@RunOnVirtualThread
class ItemsResource {
  private static final String CONTROLLER = "ctl-[a-z0-9][a-z0-9-]{0,40}";

  private final Items items;

  ItemsResource(Items items) {
    this.items = items;
  }

  /**
   * Whose items a transfer takes along.
   *
   * @param arrived those that came with the transfer, as they came
   */
  record Question(
      @NotNull @Pattern(regexp = CONTROLLER) String controllerId,
      @NotNull String transferId,
      @NotNull @Size(min = 1, max = 500) List<@NotNull String> people,
      boolean arrived) {}

  /** One item. */
  record Carried(@NotNull @Size(max = 40) String itemClass, @NotNull ObjectNode content) {}

  /**
   * Items that arrive.
   *
   * @param fromControllerId who handed them over
   * @param known those of the people whom the receiver knew before
   */
  record Arriving(
      @NotNull @Pattern(regexp = CONTROLLER) String controllerId,
      @NotNull @Pattern(regexp = CONTROLLER) String fromControllerId,
      @NotNull String transferId,
      @NotNull @Size(max = 2_000) List<@Valid @NotNull Carried> items,
      @NotNull @Size(max = 2_000) List<@NotNull String> known) {}

  /** Some people of a controller. */
  record Concerned(
      @NotNull @Pattern(regexp = CONTROLLER) String controllerId,
      @NotNull @Size(min = 1, max = 500) List<@NotNull String> people) {}

  /** How many duties of answering them run. */
  record Clocks(long open) {}

  /** How many were not here yet. */
  record Taken(int taken) {}

  /** Everything held about some people of a transfer, for its package. */
  @POST
  @Path("/query")
  public List<Carried> give(@Valid @NotNull Question question) {
    return items
        .give(
            new ControllerId(question.controllerId()),
            Ids.parse(question.transferId()),
            question.people().stream().map(id -> CustomerId.parse(id).value()).toList(),
            question.arrived())
        .stream()
        .map(item -> new Carried(item.itemClass(), item.content()))
        .toList();
  }

  /** How many clocks would travel with these people; for the rehearsal of a transfer. */
  @POST
  @Path("/clocks")
  public Clocks clocks(@Valid @NotNull Concerned concerned) {
    return new Clocks(
        items.countClocks(
            new ControllerId(concerned.controllerId()),
            concerned.people().stream().map(id -> CustomerId.parse(id).value()).toList()));
  }

  /** Takes items of an arriving package; the same again changes nothing. */
  @POST
  public Taken take(@Valid @NotNull Arriving arriving) {
    return new Taken(
        items.take(
            new ControllerId(arriving.controllerId()),
            Ids.parse(arriving.transferId()),
            arriving.fromControllerId(),
            arriving.items().stream()
                .map(item -> new Items.Item(item.itemClass(), item.content()))
                .toList(),
            Set.copyOf(arriving.known())));
  }
}
