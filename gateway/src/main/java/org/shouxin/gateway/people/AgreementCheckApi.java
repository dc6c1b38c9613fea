package org.shouxin.gateway.people;

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

/** Whether recipients keep their agreements (R-PT-02). */
@GraphQLApi
@ApplicationScoped
public class AgreementCheckApi {
  private final AgreementCheckEndpoint checks;
  private final Neighbours neighbours;

  @Inject
  AgreementCheckApi(@RestClient AgreementCheckEndpoint checks, Neighbours neighbours) {
    this.checks = checks;
    this.neighbours = neighbours;
  }

  @Query("agreementChecks")
  @Description("The newest 200 checks of a recipient's agreement, the latest day first.")
  public @NonNull List<@NonNull AgreementCheck> agreementChecks(
      @NonNull @Id @Name("recipientId") String recipientId) {
    return neighbours.ask(() -> checks.list(recipientId));
  }

  @Mutation("recordAgreementCheck")
  @Description("Records a check of every clause; a breach suspends the recipient at once.")
  public @NonNull AgreementCheck recordAgreementCheck(
      @NonNull @Id @Name("recipientId") String recipientId,
      @NonNull @Name("input") AgreementCheckInput input) {
    return neighbours.ask(() -> checks.record(recipientId, input));
  }

  @Mutation("closeAgreementCheck")
  @Description(
      "Closes the case of a breach: REMEDIED, AGREEMENT_ENDED or UNFOUNDED; not by the checker (FOUR_EYES).")
  public @NonNull AgreementCheck closeAgreementCheck(
      @NonNull @Id @Name("recipientId") String recipientId,
      @NonNull @Id @Name("checkId") String checkId,
      @NonNull @Name("outcome") String outcome) {
    return neighbours.ask(
        () -> checks.close(recipientId, checkId, new AgreementCheckEndpoint.Closure(outcome)));
  }
}
