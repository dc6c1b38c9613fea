package org.shouxin.audit.monitor;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.CurrentActor;

/** Versions of the monitor's rules: proposed by one person, approved by another (R-AU-03). */
@Path("/v1/monitor-rules")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class MonitorRulesResource {
  private final RuleVersions versions;
  private final CurrentActor actor;

  @Inject
  MonitorRulesResource(RuleVersions versions, CurrentActor actor) {
    this.versions = versions;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, AUDITOR})
  @RunOnVirtualThread
  @Operation(summary = "Versions of the rules, newest first, the shipped one last")
  public List<RuleVersions.Version> list() {
    return versions.list(actor.get());
  }

  @POST
  @RolesAllowed(COMPLIANCE_OFFICER)
  @RunOnVirtualThread
  @Operation(summary = "Proposes a whole new version")
  public RuleVersions.Version propose(@NotNull @Valid RuleProposal proposal) {
    return versions.propose(actor.get(), proposal);
  }

  @POST
  @Path("/{version}/approval")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  @RunOnVirtualThread
  @Operation(summary = "Approves another person's proposal")
  public RuleVersions.Version approve(@PathParam("version") int version) {
    return versions.approve(actor.get(), version);
  }
}
