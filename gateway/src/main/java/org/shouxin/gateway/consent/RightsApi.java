package org.shouxin.gateway.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.shouxin.gateway.guard.FreshSignIn;
import org.shouxin.gateway.records.CaseTexts;

/**
 * Rights requests and complaints. What a person writes is sealed in records-service first;
 * consent-service keeps the case and its clock and knows the text by its id.
 */
@GraphQLApi
@ApplicationScoped
public class RightsApi {
  /** Those that give all data out or end them. */
  private static final Set<String> SENSITIVE =
      Set.of("COPY", "PORTABILITY", "DELETE", "CLOSE_ACCOUNT");

  private final ConsentService consent;
  private final CaseTexts texts;
  private final FreshSignIn signIn;

  @Inject
  RightsApi(ConsentService consent, CaseTexts texts, FreshSignIn signIn) {
    this.consent = consent;
    this.texts = texts;
    this.signIn = signIn;
  }

  @Mutation("fileRightsRequest")
  @Description("Files a request under PIPL 44-50; dueAt is when the answer is due.")
  public @NonNull RightsRequest fileRightsRequest(
      @NonNull @Name("input") FileRightsRequestInput input) {
    if (SENSITIVE.contains(input.type())) {
      signIn.requireOfCustomers();
    }
    String detail = input.detail();
    String textId =
        detail == null || detail.isBlank() ? null : texts.seal(input.customerId(), null, detail);
    return consent.fileRightsRequest(input.customerId(), input.type(), textId);
  }

  @Mutation("fileComplaint")
  @Description("Files a complaint; the first answer is due within 72 hours.")
  public @NonNull Complaint fileComplaint(@NonNull @Name("input") FileComplaintInput input) {
    String textId = texts.seal(input.customerId(), input.subject(), input.detail());
    return consent.fileComplaint(input.customerId(), textId);
  }
}
