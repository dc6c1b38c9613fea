package org.shouxin.audit.destruction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.retention.RecordKind;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;

/** Where records-service proposes what a seller decided to destroy after a transfer. */
@Path("/v1/destruction/leftovers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.SERVICE)
@RunOnVirtualThread
class LeftoverResource {
  private static final String CONTROLLER = "ctl-[a-z0-9][a-z0-9-]{0,40}";

  private final LeftoverProposals proposals;

  @Inject
  LeftoverResource(LeftoverProposals proposals) {
    this.proposals = proposals;
  }

  /**
   * People who moved, and what of theirs is to go.
   *
   * @param decidedBy employee number
   */
  record LeftoverOrder(
      @NotNull @Pattern(regexp = CONTROLLER) String controllerId,
      @NotNull @Size(min = 36, max = 36) String transferId,
      @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String decidedBy,
      @NotNull @Size(min = 1, max = 500) List<@NotNull String> people,
      @NotNull @Size(min = 1, max = 8) Set<@NotNull RecordKind> kinds) {}

  /** Whose plans. */
  record LeftoverQuestion(
      @NotNull @Pattern(regexp = CONTROLLER) String controllerId,
      @NotNull @Size(min = 36, max = 36) String transferId) {}

  /**
   * What was proposed.
   *
   * @param planId null where nothing may go yet
   * @param waiting records that a hold or the law keeps; they fall due by themselves
   */
  record LeftoverProposed(@Nullable UUID planId, int proposed, int waiting) {}

  /** A plan and, once it is certified, the digest of its certificate. */
  record LeftoverPlanView(UUID planId, String state, @Nullable String certificateSha256) {}

  @POST
  @Operation(summary = "Proposes a destruction of what a seller need not keep of people who moved")
  public LeftoverProposed propose(@Valid @NotNull LeftoverOrder order) {
    LeftoverProposals.Proposed proposed =
        proposals.propose(
            new ControllerId(order.controllerId()),
            Ids.parse(order.transferId()),
            order.decidedBy(),
            order.people().stream().map(id -> CustomerId.parse(id).value()).toList(),
            EnumSet.copyOf(order.kinds()));
    return new LeftoverProposed(proposed.planId(), proposed.proposed(), proposed.waiting());
  }

  @POST
  @Path("/query")
  @Operation(summary = "The destruction plans of a transfer with their certificates")
  public List<LeftoverPlanView> plans(@Valid @NotNull LeftoverQuestion question) {
    return proposals
        .list(new ControllerId(question.controllerId()), Ids.parse(question.transferId()))
        .stream()
        .map(plan -> new LeftoverPlanView(plan.planId(), plan.state(), plan.certificateSha256()))
        .toList();
  }
}
