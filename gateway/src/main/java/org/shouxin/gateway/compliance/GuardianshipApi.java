package org.shouxin.gateway.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** Who decides for a child (PIPL 31, R-CN-02). */
@GraphQLApi
@ApplicationScoped
public class GuardianshipApi {
  private final ComplianceEndpoint consent;
  private final Neighbours neighbours;

  @Inject
  GuardianshipApi(@RestClient ComplianceEndpoint consent, Neighbours neighbours) {
    this.consent = consent;
    this.neighbours = neighbours;
  }

  @Query("guardianships")
  @Description("The guardians of a child, ended ones too.")
  public @NonNull List<@NonNull Guardianship> guardianships(
      @NonNull @Id @Name("childId") String childId) {
    return neighbours.ask(() -> consent.guardianships(new ComplianceEndpoint.OfChild(childId)));
  }

  @Mutation("verifyGuardianship")
  @Description("Records a guardian whose papers were seen.")
  public @NonNull Guardianship verifyGuardianship(@NonNull @Name("input") GuardianshipInput input) {
    return neighbours.ask(() -> consent.verify(input));
  }

  @Mutation("endGuardianship")
  @Description("Ends a guardian's power; what was decided stays.")
  public @NonNull Guardianship endGuardianship(
      @NonNull @Id @Name("guardianshipId") String guardianshipId) {
    return neighbours.ask(() -> consent.end(guardianshipId));
  }
}
