package org.shouxin.gateway.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.consent.ConsentRecord;
import org.shouxin.gateway.neighbour.Neighbours;

/**
 * Who consented to what, why a decision was taken, and asking and revoking for the controller
 * (R-CN-02, R-CN-04).
 */
@GraphQLApi
@ApplicationScoped
public class ConsentFileApi {
  private final ComplianceEndpoint consent;
  private final Neighbours neighbours;

  @Inject
  ConsentFileApi(@RestClient ComplianceEndpoint consent, Neighbours neighbours) {
    this.consent = consent;
    this.neighbours = neighbours;
  }

  @Query("consentSearch")
  @Description("Consents by purpose, recipient, version, person and state, newest first; no total.")
  public @NonNull FoundConsentConnection consentSearch(
      @NonNull @Name("filter") ConsentSearchInput filter,
      @DefaultValue("20") @Name("first") int first,
      @Nullable @Name("after") String after) {
    return neighbours.ask(() ->
        FoundConsentConnection.of(
            consent.search(ComplianceEndpoint.Criteria.of(filter, first, after))));
  }

  @Query("decisionExplanation")
  @Description("How a decision came about: facts, consent, and each rule in its order.")
  public @NonNull DecisionExplanation decisionExplanation(
      @NonNull @Id @Name("decisionId") String decisionId) {
    return neighbours.ask(() -> consent.decision(decisionId));
  }

  @Mutation("requestConsent")
  @Description(
      "Brings a consent up with the person; CONSENT_COOLDOWN for 180 days after a refusal.")
  public @NonNull ConsentRecord requestConsent(@NonNull @Name("input") ConsentRequestInput input) {
    return neighbours.ask(() -> consent.request(input));
  }

  @Mutation("revokeConsent")
  @Description("Ends a consent on the controller's side, for example when it was obtained wrongly.")
  public @NonNull ConsentRecord revokeConsent(
      @NonNull @Id @Name("consentRecordId") String consentRecordId,
      @NonNull @Name("reason") String reason) {
    return neighbours.ask(
        () -> consent.revoke(consentRecordId, new ComplianceEndpoint.Reason(reason)));
  }
}
