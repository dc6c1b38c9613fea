package org.shouxin.records.transfer;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.CUSTOMER;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;

/** Transfers over REST. */
@Path("/v1/transfers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TransferResource {
  private static final String LANGUAGE = "zh-CN|en";

  private final Transfers transfers;
  private final TransferPeople people;
  private final Rehearsals rehearsals;
  private final CurrentActor actor;

  TransferResource(
      Transfers transfers, TransferPeople people, Rehearsals rehearsals, CurrentActor actor) {
    this.transfers = transfers;
    this.people = people;
    this.rehearsals = rehearsals;
    this.actor = actor;
  }

  /** Evidence or approval for a gate: a file number or a digest, never personal data. */
  record Evidence(
      @NotNull String gate,
      @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{2,95}") String reference) {}

  /** The notice in one language; T-01 and T-02 come from the transfer. */
  record NoticeDraft(
      @NotNull @Pattern(regexp = LANGUAGE) String language,
      @NotNull @Size(max = 12) Map<String, @NotNull @Size(max = 2_000) String> items) {}

  /** Outcomes of deliveries. */
  record Deliveries(@NotNull @Size(min = 1, max = 1_000) List<@Valid @NotNull Outcome> outcomes) {}

  /** The outcome for one person. */
  record Outcome(
      @NotNull String customerId,
      @NotNull @Pattern(regexp = "SMS|MAIL|LETTER") String channel,
      boolean delivered) {}

  /** In which language. */
  record Mine(@NotNull @Pattern(regexp = LANGUAGE) String language) {}

  /** An objection that stands. */
  record Objection(UUID transferId, UUID customerId, Instant at) {}

  @POST
  @ResponseStatus(201)
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Opens a transfer of the business")
  public Transfer open(@Valid @NotNull Opening opening) {
    return transfers.open(actor.get(), opening);
  }

  @GET
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR})
  @Operation(summary = "Transfers of the controller, newest first")
  public List<Transfer> list() {
    return transfers.list(actor.get());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR})
  @Operation(summary = "A transfer with the gates of its stage")
  public Transfer get(@PathParam("id") String id) {
    return transfers.get(actor.get(), Ids.parse(id));
  }

  @GET
  @Path("/{id}/rehearsal")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR})
  @Operation(summary = "What the cut-over would do if it began now; changes nothing")
  public Rehearsals.Rehearsal rehearse(@PathParam("id") String id) {
    return rehearsals.rehearse(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/advance")
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Moves to the next stage, or names every unmet gate")
  public Transfer advance(@PathParam("id") String id) {
    return transfers.advance(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/evidence")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  @Operation(summary = "Records evidence or an approval for a gate")
  public Transfer evidence(@PathParam("id") String id, @Valid @NotNull Evidence evidence) {
    return transfers.record(
        actor.get(), Ids.parse(id), Gate.recordable(evidence.gate()), evidence.reference());
  }

  @POST
  @Path("/{id}/notice")
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Publishes the notice of PIPL 22 in one language")
  public Transfer notice(@PathParam("id") String id, @Valid @NotNull NoticeDraft draft) {
    return transfers.publish(actor.get(), Ids.parse(id), draft.language(), draft.items());
  }

  @POST
  @Path("/{id}/deliveries")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  @Operation(summary = "Records outcomes of notice deliveries")
  public void deliveries(@PathParam("id") String id, @Valid @NotNull Deliveries deliveries) {
    people.deliver(
        actor.get(),
        Ids.parse(id),
        deliveries.outcomes().stream()
            .map(outcome ->
                new TransferPeople.Delivery(
                    CustomerId.parse(outcome.customerId()), outcome.channel(), outcome.delivered()))
            .toList());
  }

  @POST
  @Path("/mine")
  @RolesAllowed(CUSTOMER)
  @Operation(summary = "Transfers that concern the calling customer, with the notice")
  public List<Transfer.Mine> mine(@Valid @NotNull Mine question) {
    return people.mine(actor.get(), actor.get().requireCustomer(), question.language());
  }

  @POST
  @Path("/{id}/objection")
  @RolesAllowed(CUSTOMER)
  @Operation(summary = "Objects to being moved to the receiver")
  public Objection object(@PathParam("id") String id) {
    CustomerId customer = actor.get().requireCustomer();
    UUID transfer = Ids.parse(id);
    Instant at = people.object(actor.get(), transfer, customer);
    return new Objection(transfer, customer.value(), at);
  }
}
