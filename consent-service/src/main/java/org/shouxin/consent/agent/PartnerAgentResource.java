package org.shouxin.consent.agent;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.PARTNER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Agents of partners: a partner declares its own, compliance any partner's (R-AC-06). */
@Path("/v1/partner-agents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PartnerAgentResource {
  private final PartnerAgents agents;
  private final CurrentActor actor;

  PartnerAgentResource(PartnerAgents agents, CurrentActor actor) {
    this.agents = agents;
    this.actor = actor;
  }

  /** Who, certified until when, by which papers; {@code recipientId} for compliance only. */
  public record Declaration(
      @NotNull @Size(min = 6, max = 40) String identityNumber,
      @NotNull LocalDate certifiedUntil,
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{3,79}") String evidence,
      @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{2,60}") String recipientId) {
    @Override
    public String toString() {
      return "Declaration[redacted]";
    }
  }

  @GET
  @RolesAllowed({PARTNER, COMPLIANCE_OFFICER, AUDITOR})
  public List<PartnerAgents.Agent> list() {
    return agents.list(actor.get(), actor.get().partnerId());
  }

  @PUT
  @Path("/{agentNo}")
  @RolesAllowed({PARTNER, COMPLIANCE_OFFICER})
  public PartnerAgents.Agent declare(
      @PathParam("agentNo") @Pattern(regexp = "[A-Za-z0-9-]{3,40}") String agentNo,
      @Valid @NotNull Declaration declaration) {
    Actor by = actor.get();
    String partner = by.partnerId() == null ? declaration.recipientId() : by.partnerId();
    if (partner == null) {
      throw new ProblemException(ProblemCode.RECIPIENT_UNKNOWN);
    }
    return agents.declare(
        by,
        partner,
        agentNo,
        new PartnerAgents.Declaration(
            declaration.identityNumber(), declaration.certifiedUntil(), declaration.evidence()));
  }
}
