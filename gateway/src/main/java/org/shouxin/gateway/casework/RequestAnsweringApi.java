package org.shouxin.gateway.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;
import org.shouxin.gateway.portal.RequestCase;
import org.shouxin.gateway.records.CaseTexts;

/** Answering rights requests (R-CP-02): waiting, answers, and refusals with their reason. */
@GraphQLApi
@ApplicationScoped
public class RequestAnsweringApi {
  private final CaseworkEndpoint consent;
  private final CaseTexts texts;
  private final Neighbours neighbours;

  @Inject
  RequestAnsweringApi(
      @RestClient CaseworkEndpoint consent, CaseTexts texts, Neighbours neighbours) {
    this.consent = consent;
    this.texts = texts;
    this.neighbours = neighbours;
  }

  @Query("requestCase")
  @Description("A rights request with its clock (K-04, K-06).")
  public @NonNull RequestCase requestCase(@NonNull @Id @Name("requestId") String id) {
    return neighbours.ask(() -> consent.request(id));
  }

  @Mutation("pauseRightsRequest")
  @Description("Waits for the customer; the clock rests, 15 days at most in all.")
  public @NonNull RequestCase pauseRightsRequest(@NonNull @Id @Name("requestId") String id) {
    return neighbours.ask(() -> consent.pause(id, CaseworkEndpoint.NOTHING));
  }

  @Mutation("resumeRightsRequest")
  @Description("The customer has answered; the clock goes on.")
  public @NonNull RequestCase resumeRightsRequest(@NonNull @Id @Name("requestId") String id) {
    return neighbours.ask(() -> consent.resume(id, CaseworkEndpoint.NOTHING));
  }

  @Mutation("answerRightsRequest")
  @Description("Answers the person; a deletion is answered by confirmErasure alone (CONFLICT).")
  public @NonNull RequestCase answerRightsRequest(
      @NonNull @Id @Name("requestId") String id, @NonNull @Name("text") String text) {
    String sealed = seal(id, new CaseworkEndpoint.Meant("ANSWERED", null), text);
    return neighbours.ask(() -> consent.answer(id, new CaseworkEndpoint.Text(sealed)));
  }

  @Mutation("refuseRightsRequest")
  @Description("Refuses with a reason's code and an explanation to the person (PIPL 50).")
  public @NonNull RequestCase refuseRightsRequest(
      @NonNull @Id @Name("requestId") String id,
      @NonNull @Name("reasonCode") String reasonCode,
      @NonNull @Name("text") String text) {
    String sealed = seal(id, new CaseworkEndpoint.Meant("REFUSED", reasonCode), text);
    return neighbours.ask(
        () -> consent.refuse(id, new CaseworkEndpoint.Refusal(reasonCode, sealed)));
  }

  /** Seals a text once the step is known to be allowed: no text is left over by a refusal. */
  private String seal(String id, CaseworkEndpoint.Meant meant, String text) {
    String customer = neighbours.ask(() -> consent.request(id)).customerId();
    neighbours.ask(() -> {
      consent.checkRequest(id, meant);
      return id;
    });
    return texts.seal(customer, null, text);
  }
}
