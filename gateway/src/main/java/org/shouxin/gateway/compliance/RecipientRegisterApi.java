package org.shouxin.gateway.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;
import org.shouxin.gateway.portal.Recipient;

/** The register of recipients and their kill-switch (R-CN-05, R-PT-01). */
@GraphQLApi
@ApplicationScoped
public class RecipientRegisterApi {
  private final ComplianceEndpoint consent;
  private final Neighbours neighbours;

  @Inject
  RecipientRegisterApi(@RestClient ComplianceEndpoint consent, Neighbours neighbours) {
    this.consent = consent;
    this.neighbours = neighbours;
  }

  @Mutation("registerRecipient")
  @Description(
      "Registers a recipient, or a new version of it; changed terms make its consents stale.")
  public @NonNull Recipient registerRecipient(
      @NonNull @Id @Name("recipientId") String recipientId,
      @NonNull @Name("input") RecipientInput input) {
    return neighbours.ask(() -> consent.register(recipientId, input));
  }

  @Mutation("suspendRecipient")
  @Description("Stops all provision from the next query on.")
  public @NonNull Recipient suspendRecipient(
      @NonNull @Id @Name("recipientId") String recipientId,
      @NonNull @Name("reason") String reason) {
    return neighbours.ask(
        () -> consent.suspend(recipientId, new ComplianceEndpoint.Reason(reason)));
  }

  @Mutation("reinstateRecipient")
  @Description("Ends a suspension.")
  public @NonNull Recipient reinstateRecipient(
      @NonNull @Id @Name("recipientId") String recipientId) {
    return neighbours.ask(() -> consent.reinstate(recipientId));
  }

  @Mutation("registerWebhook")
  @Description("Where a recipient is told of withdrawals; inner addresses are refused.")
  public @NonNull WebhookRegistration registerWebhook(
      @NonNull @Id @Name("recipientId") String recipientId, @NonNull @Name("url") String url) {
    return neighbours.ask(() -> consent.webhook(recipientId, new ComplianceEndpoint.Address(url)));
  }
}
