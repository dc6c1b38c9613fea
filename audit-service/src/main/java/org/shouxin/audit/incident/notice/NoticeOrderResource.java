package org.shouxin.audit.incident.notice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Where records-service, which knows the addresses, fetches the notices that are to be mailed. */
@Path("/v1/notice-orders")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.SERVICE)
@RunOnVirtualThread
class NoticeOrderResource {
  private static final String DELIVERER = "records-service";

  /** How many orders the caller takes on. */
  public record Claim(@Min(1) @Max(100) int most) {}

  /** An order on the wire. */
  public record OrderView(
      UUID orderId,
      String controllerId,
      UUID customerId,
      UUID incidentId,
      int version,
      String bodyZh,
      String bodyEn) {}

  /** How a try ended: SENT, NO_ADDRESS, UNCERTAIN (never tried again) or RETRY (nothing left). */
  public record OutcomeReport(
      @NotNull String orderId,
      @NotNull String controllerId,
      NoticeOrders.@NotNull Outcome outcome) {}

  /** Outcomes of a round. */
  public record Outcomes(@NotNull @Size(max = 100) List<@NotNull @Valid OutcomeReport> outcomes) {}

  private final NoticeOrders orders;
  private final CurrentActor actor;

  @Inject
  NoticeOrderResource(NoticeOrders orders, CurrentActor actor) {
    this.orders = orders;
    this.actor = actor;
  }

  @POST
  @Path("/claims")
  @Operation(summary = "Orders to be delivered, leased to the caller for two minutes")
  public List<OrderView> claim(@NotNull @Valid Claim claim) {
    requireDeliverer();
    return orders.claim(claim.most()).stream()
        .map(order ->
            new OrderView(
                order.id(),
                order.controllerId().value(),
                order.subjectRef(),
                order.incidentId(),
                order.version(),
                order.bodyZh(),
                order.bodyEn()))
        .toList();
  }

  @POST
  @Path("/outcomes")
  @Operation(summary = "Reports how tries ended; the first final outcome of an order stays")
  public void report(@NotNull @Valid Outcomes outcomes) {
    requireDeliverer();
    outcomes
        .outcomes()
        .forEach(one ->
            orders.report(
                actor.get(),
                new ControllerId(one.controllerId()),
                Ids.parse(one.orderId()),
                one.outcome()));
  }

  private void requireDeliverer() {
    if (!actor.get().id().equals(DELIVERER)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
  }
}
