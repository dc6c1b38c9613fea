package org.shouxin.consent.stoporder;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Role;

/**
 * Brings notices of corrections to recipients, for records-service, which keeps their state
 * (R-RC-03): the same webhooks and the same signature as stop orders.
 */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CorrectionCallResource {
  private final Database database;
  private final Webhooks webhooks;
  private final WebhookCall call;

  CorrectionCallResource(Database database, Webhooks webhooks, WebhookCall call) {
    this.database = database;
    this.webhooks = webhooks;
    this.call = call;
  }

  /** One call, now; the service that asks repeats it. */
  @POST
  @Path("/{recipientId}/corrections")
  @RolesAllowed(Role.Names.SERVICE)
  public CallOutcome send(
      @PathParam("recipientId") @Pattern(regexp = "[a-z][a-z0-9-]{2,60}") String recipientId,
      @Valid @NotNull CorrectionMessage message) {
    ControllerId controller = new ControllerId(message.controllerId());
    Optional<Webhook> webhook =
        database.write(controller, handle -> webhooks.find(handle, controller, recipientId));
    CorrectionTold told =
        new CorrectionTold(
            "CORRECTION",
            message.noticeId(),
            message.customerId(),
            message.field(),
            message.correctedAt(),
            message.acknowledgeBy());
    return new CallOutcome(
        webhook
            .map(found -> call.send(message.noticeId(), told, found) ? "TAKEN" : "NOT_TAKEN")
            .orElse("NO_WEBHOOK"));
  }

  /** What to tell, and in whose name. */
  record CorrectionMessage(
      @NotNull @Pattern(regexp = "ctl-[a-z0-9][a-z0-9-]{0,40}") String controllerId,
      @NotNull UUID noticeId,
      @NotNull UUID customerId,
      @NotNull @Pattern(regexp = "[A-Za-z]{1,40}") String field,
      @NotNull Instant correctedAt,
      @NotNull Instant acknowledgeBy) {}

  /** The signed body: which field of whom is right now; the recipient reads it again. */
  record CorrectionTold(
      String kind,
      UUID noticeId,
      UUID customerId,
      String field,
      Instant correctedAt,
      Instant acknowledgeBy) {}

  /** TAKEN (any 2xx), NOT_TAKEN, NO_WEBHOOK. */
  record CallOutcome(String outcome) {}
}
