package org.shouxin.gateway.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.Neighbours;
import org.shouxin.gateway.portal.RequestCase;
import org.shouxin.gateway.records.CaseTexts;

/**
 * Rights requests that staff record for a person (R-CP-02). records-service seals the words only
 * for those who look after her; consent-service decides the rest.
 */
@GraphQLApi
@ApplicationScoped
public class CounterIntakeApi {
  private final CaseworkEndpoint consent;
  private final CaseTexts texts;
  private final Neighbours neighbours;

  @Inject
  CounterIntakeApi(@RestClient CaseworkEndpoint consent, CaseTexts texts, Neighbours neighbours) {
    this.consent = consent;
    this.texts = texts;
    this.neighbours = neighbours;
  }

  @Mutation("recordRightsRequest")
  @Description(
      "Staff: records what a customer of theirs asks for. Without a check of identity it waits (IDENTITY_CHECK, K-05); who records it does not decide it.")
  public @NonNull RequestCase recordRightsRequest(
      @NonNull @Name("input") RecordRightsRequestInput input) {
    neighbours.ask(() -> {
      consent.checkIntake(recorded(input, null));
      return input;
    });
    String sealed = texts.sealIntake(input.customerId(), input.detail());
    return neighbours.ask(() -> consent.recordRequest(recorded(input, sealed)));
  }

  @Mutation("recordIdentityCheck")
  @Description("Staff: it is known who asks; the time for the answer runs from now (K-04, K-06).")
  public @NonNull RequestCase recordIdentityCheck(
      @NonNull @Id @Name("requestId") String id,
      @NonNull @Name("identity") IdentityCheckInput identity) {
    return neighbours.ask(() -> consent.checkIdentity(id, identity(identity)));
  }

  private static CaseworkEndpoint.Recorded recorded(
      RecordRightsRequestInput input, @Nullable String textId) {
    IdentityCheckInput identity = input.identity();
    return new CaseworkEndpoint.Recorded(
        input.customerId(),
        input.type(),
        input.channel(),
        textId,
        identity == null ? null : identity(identity),
        input.guardianId());
  }

  private static CaseworkEndpoint.Identity identity(IdentityCheckInput input) {
    return new CaseworkEndpoint.Identity(input.proof(), input.reference());
  }
}
