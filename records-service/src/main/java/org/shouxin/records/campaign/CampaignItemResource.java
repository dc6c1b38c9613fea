package org.shouxin.records.campaign;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role.Names;

/** Items of campaigns: attempts and outcomes of staff and partners, the customer's own answer. */
@Path("/v1/campaign-items")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CampaignItemResource {
  private final CampaignItems items;
  private final CampaignLinks links;
  private final CurrentActor actor;

  CampaignItemResource(CampaignItems items, CampaignLinks links, CurrentActor actor) {
    this.items = items;
    this.links = links;
    this.actor = actor;
  }

  @POST
  @Path("/{id}/attempts")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Names.PARTNER, Names.CLIENT_MANAGER, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Records an attempt to reach the customer")
  public void attempt(@PathParam("id") String id, @NotNull @Valid Attempt attempt) {
    items.attempt(actor.get(), Ids.parse(id), attempt.channel(), attempt.reached());
  }

  @POST
  @Path("/{id}/link")
  @RolesAllowed({Names.PARTNER, Names.CLIENT_MANAGER, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Sends the customer a one-time link to her item in the portal")
  public void link(@PathParam("id") String id) {
    links.send(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/outcome")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Names.PARTNER, Names.CLIENT_MANAGER, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Closes an item with evidence; CORRECTED comes from a correction only")
  public ItemView close(@PathParam("id") String id, @NotNull @Valid ItemOutcome outcome) {
    String evidence = outcome.evidence();
    return ItemView.of(
        items.close(
            actor.get(),
            Ids.parse(id),
            CampaignItems.Outcome.valueOf(outcome.outcome()),
            evidence == null ? "" : evidence));
  }

  @GET
  @Path("/mine")
  @RolesAllowed(Names.CUSTOMER)
  @Operation(summary = "What the calling customer is asked to check")
  public List<ItemView> mine() {
    return items.mine(actor.get()).stream().map(ItemView::of).toList();
  }

  @POST
  @Path("/link-opening")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Names.CUSTOMER)
  @Operation(summary = "Opens a one-time link for the signed-in customer whom it was sent to")
  public ItemView openLink(@NotNull @Valid Token token) {
    return ItemView.of(links.open(actor.get(), token.token()));
  }

  @POST
  @Path("/{id}/confirmation")
  @RolesAllowed(Names.CUSTOMER)
  @Operation(summary = "The customer says that her data are right as they are")
  public ItemView confirm(@PathParam("id") String id) {
    return ItemView.of(items.answer(actor.get(), Ids.parse(id), true));
  }

  @POST
  @Path("/{id}/refusal")
  @RolesAllowed(Names.CUSTOMER)
  @Operation(summary = "The customer does not want to answer")
  public ItemView refuse(@PathParam("id") String id) {
    return ItemView.of(items.answer(actor.get(), Ids.parse(id), false));
  }

  /** How somebody tried to reach the customer. */
  record Attempt(
      @NotNull @Pattern(regexp = "CALL|SMS|MAIL|LETTER|VISIT") String channel, boolean reached) {}

  /** How it ended, and the file number of what shows it. */
  record ItemOutcome(
      @NotNull @Pattern(regexp = "CONFIRMED_OK|UNREACHABLE|REFUSED") String outcome,
      @Nullable @Size(max = 96) @Pattern(regexp = "[A-Za-z0-9._/-]*") String evidence) {}

  /** The token of a link. */
  record Token(@NotNull @Pattern(regexp = "[A-Za-z0-9_-]{20,64}") String token) {}
}
