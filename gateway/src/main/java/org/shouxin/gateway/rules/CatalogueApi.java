package org.shouxin.gateway.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** The catalogue of grades and masks: one person proposes, another decides (R-RC-04). */
@GraphQLApi
@ApplicationScoped
public class CatalogueApi {
  private final CatalogueEndpoint records;
  private final Neighbours neighbours;

  @Inject
  CatalogueApi(@RestClient CatalogueEndpoint records, Neighbours neighbours) {
    this.records = records;
    this.neighbours = neighbours;
  }

  @Query("fieldGrades")
  @Description("Every classified field as graded now.")
  public @NonNull List<@NonNull FieldGrade> fieldGrades() {
    return neighbours.ask(records::grades);
  }

  @Query("gradeProposals")
  @Description("The newest 200 proposals of grades and what became of them.")
  public @NonNull List<@NonNull GradeProposal> gradeProposals() {
    return neighbours.ask(records::proposals);
  }

  @Mutation("proposeGrade")
  @Description("Proposes another grade of a field.")
  public @NonNull GradeProposal proposeGrade(
      @NonNull @Name("grade") GradeInput grade, @NonNull @Name("basis") String basis) {
    return neighbours.ask(() -> records.propose(new CatalogueEndpoint.Proposing(grade, basis)));
  }

  @Mutation("approveGrade")
  @Description("Puts somebody else's proposal into force from now on (SELF_APPROVAL).")
  public @NonNull GradeProposal approveGrade(@NonNull @Id @Name("proposalId") String proposalId) {
    return neighbours.ask(() -> records.approve(proposalId, Map.of()));
  }

  @Mutation("rejectGrade")
  @Description("Rejects somebody else's proposal.")
  public @NonNull GradeProposal rejectGrade(@NonNull @Id @Name("proposalId") String proposalId) {
    return neighbours.ask(() -> records.reject(proposalId, Map.of()));
  }
}
