package org.shouxin.consent.stoporder;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;

/** Stop orders: for recipients to poll and acknowledge, for compliance to watch. */
@Path("/v1/stop-orders")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class StopOrderResource {
  private final StopOrders orders;
  private final Webhooks webhooks;
  private final CurrentActor actor;

  StopOrderResource(StopOrders orders, Webhooks webhooks, CurrentActor actor) {
    this.orders = orders;
    this.webhooks = webhooks;
    this.actor = actor;
  }

  /** The newest 200: a partner's own, or all of the controller's. */
  @GET
  @RolesAllowed({Role.Names.PARTNER, Role.Names.COMPLIANCE_OFFICER, Role.Names.AUDITOR})
  public List<View> list(@QueryParam("open") @DefaultValue("true") boolean open) {
    return orders.list(actor.get(), open).stream().map(View::of).toList();
  }

  @POST
  @Path("/{id}/acknowledgement")
  @RolesAllowed(Role.Names.PARTNER)
  public View acknowledge(@PathParam("id") String id) {
    return View.of(orders.acknowledge(actor.get(), Ids.parse(id)));
  }

  /** Sets where a recipient takes orders; the secret is shown this once. */
  @PUT
  @Path("/webhooks/{recipientId}")
  @RolesAllowed(Role.Names.COMPLIANCE_OFFICER)
  public Registered register(
      @PathParam("recipientId") @Pattern(regexp = "[a-z][a-z0-9-]{2,60}") String recipientId,
      @Valid @NotNull Address address) {
    byte[] secret = webhooks.register(actor.get(), recipientId, address.url());
    return new Registered(address.url(), Base64.getEncoder().encodeToString(secret));
  }

  /** The address to call. */
  record Address(@NotBlank @Size(max = 300) String url) {}

  /** The address and the secret in base64. */
  record Registered(String url, String secret) {}

  /** An order as recipients and compliance see it. */
  record View(
      UUID id,
      String recipientId,
      UUID consentRecordId,
      UUID customerId,
      String purpose,
      String state,
      Instant orderedAt,
      Instant dueAt,
      int attempts,
      @Nullable Instant deliveredAt,
      @Nullable Instant acknowledgedAt) {

    static View of(StopOrder order) {
      return new View(
          order.id(),
          order.recipientId(),
          order.consentRecordId(),
          order.customerId(),
          order.purpose(),
          order.state(),
          order.orderedAt(),
          order.dueAt(),
          order.attempts(),
          order.deliveredAt(),
          order.acknowledgedAt());
    }
  }
}
