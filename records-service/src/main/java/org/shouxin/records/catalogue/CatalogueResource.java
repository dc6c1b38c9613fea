package org.shouxin.records.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role.Names;

/** The catalogue of classes, levels and masks, and its changes (R-RC-04). */
@Path("/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CatalogueResource {
  private final Catalogue catalogue;
  private final Regrading regrading;
  private final CurrentActor actor;

  CatalogueResource(Catalogue catalogue, Regrading regrading, CurrentActor actor) {
    this.catalogue = catalogue;
    this.regrading = regrading;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Names.OPERATOR, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER, Names.AUDITOR})
  @Operation(summary = "Every classified field as graded now")
  public List<GradeView> list() {
    return catalogue.grades(actor.get().controller()).values().stream()
        .sorted(Comparator.comparing(FieldGrade::field))
        .map(GradeView::of)
        .toList();
  }

  @GET
  @Path("/proposals")
  @RolesAllowed({Names.OPERATOR, Names.COMPLIANCE_OFFICER, Names.AUDITOR})
  @Operation(summary = "The newest 200 proposals and what became of them")
  public List<ProposalView> proposals() {
    return regrading.list(actor.get()).stream().map(ProposalView::of).toList();
  }

  @POST
  @Path("/proposals")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @RolesAllowed({Names.OPERATOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Proposes another grade of a field")
  public ProposalView propose(@NotNull @Valid Proposing request) {
    return ProposalView.of(regrading.propose(actor.get(), request.grade().said(), request.basis()));
  }

  @POST
  @Path("/proposals/{id}/approval")
  @RolesAllowed(Names.COMPLIANCE_OFFICER)
  @Operation(summary = "Puts somebody else's proposal into force, from now on")
  public ProposalView approve(@PathParam("id") String id) {
    return ProposalView.of(
        regrading.decide(actor.get(), Ids.parse(id), GradeProposal.State.APPROVED));
  }

  @POST
  @Path("/proposals/{id}/rejection")
  @RolesAllowed(Names.COMPLIANCE_OFFICER)
  @Operation(summary = "Rejects somebody else's proposal")
  public ProposalView reject(@PathParam("id") String id) {
    return ProposalView.of(
        regrading.decide(actor.get(), Ids.parse(id), GradeProposal.State.REJECTED));
  }

  /** A grade, and what it rests on: a file number or an article, never free text. */
  record Proposing(
      @NotNull @Valid GradeView grade,
      @NotNull @Pattern(regexp = "[\\p{L}\\p{N} ._/()-]{3,96}") String basis) {}

  /** A proposal; states PROPOSED, APPROVED, REJECTED. */
  record ProposalView(
      String id,
      GradeView grade,
      String basis,
      String state,
      String proposedBy,
      Instant proposedAt) {
    static ProposalView of(GradeProposal proposal) {
      return new ProposalView(
          proposal.id().toString(),
          GradeView.of(proposal.grade()),
          proposal.basis(),
          proposal.state().name(),
          proposal.proposedBy(),
          proposal.proposedAt());
    }
  }
}
