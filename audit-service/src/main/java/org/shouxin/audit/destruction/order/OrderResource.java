package org.shouxin.audit.destruction.order;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Where the owners of the data fetch what they are to destroy, one item at a time. */
@Path("/v1/destruction/orders")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.SERVICE)
@RunOnVirtualThread
class OrderResource {

  /**
   * An item is destroyed.
   *
   * @param exports of a whole person: in which exported files she stood
   */
  public record OrderDone(
      @NotNull @Size(min = 36, max = 36) String orderId,
      @NotNull @Pattern(regexp = "ctl-[a-z0-9][a-z0-9-]{0,40}") String controllerId,
      @PositiveOrZero int rowsDestroyed,
      @Nullable @Size(max = 1000) List<@NotNull @Valid ExportedFile> exports) {

    List<OutsideCopies.ExportShare> shares() {
      return exports == null ? List.of() : exports.stream().map(ExportedFile::share).toList();
    }
  }

  /** A file that was made of an export, and who has it. */
  public record ExportedFile(
      @NotNull @Size(min = 36, max = 36) String exportId,
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{1,39}") String receiver,
      @NotNull Instant producedAt) {

    OutsideCopies.ExportShare share() {
      return new OutsideCopies.ExportShare(Ids.parse(exportId), receiver, producedAt);
    }
  }

  /** An item is not destroyed, or in part; {@code fault} is a code. */
  public record OrderFailed(
      @NotNull @Size(min = 36, max = 36) String orderId,
      @NotNull @Pattern(regexp = "ctl-[a-z0-9][a-z0-9-]{0,40}") String controllerId,
      @NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,40}") String fault) {}

  private final Orders orders;
  private final CurrentActor actor;

  @Inject
  OrderResource(Orders orders, CurrentActor actor) {
    this.orders = orders;
    this.actor = actor;
  }

  @POST
  @Path("/next")
  @Operation(
      summary =
          "The next item that the calling service has to destroy, leased for a minute; or none")
  public List<Order> next() {
    return orders.next(store()).stream().toList();
  }

  @POST
  @Path("/done")
  @Operation(summary = "Says that an item is destroyed")
  public void done(@NotNull @Valid OrderDone done) {
    orders.done(
        store(),
        new ControllerId(done.controllerId()),
        actor.get().id(),
        Ids.parse(done.orderId()),
        done.rowsDestroyed(),
        done.shares());
  }

  @POST
  @Path("/failed")
  @Operation(summary = "Says that an item could not be destroyed; it is offered again")
  public void failed(@NotNull @Valid OrderFailed failed) {
    orders.failed(
        store(),
        new ControllerId(failed.controllerId()),
        Ids.parse(failed.orderId()),
        failed.fault());
  }

  private String store() {
    return switch (actor.get().id()) {
      case "records-service" -> "records";
      case "consent-service" -> "consent";
      default -> throw new ProblemException(ProblemCode.FORBIDDEN);
    };
  }
}
