package org.shouxin.gateway.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.Neighbours;

/** The register of processing activities (R-CN-06, PIPL 54 to 56). */
@GraphQLApi
@ApplicationScoped
public class ProcessingRegisterApi {
  private final ComplianceEndpoint consent;
  private final Neighbours neighbours;

  @Inject
  ProcessingRegisterApi(@RestClient ComplianceEndpoint consent, Neighbours neighbours) {
    this.consent = consent;
    this.neighbours = neighbours;
  }

  @Query("processingActivities")
  @Description("All versions of the activities, drafts and rejected ones too.")
  public @NonNull List<@NonNull ProcessingActivity> processingActivities() {
    return neighbours.ask(() -> consent.activities());
  }

  @Query("processingRegister")
  @Description("The register as a document for the regulator (Markdown) in zh-CN or en.")
  public @NonNull String processingRegister(@NonNull @Name("language") String language) {
    return neighbours.ask(() -> consent.register(language));
  }

  @Mutation("proposeProcessingActivity")
  @Description("Drafts an activity; its purpose cannot be used before somebody else approves it.")
  public @NonNull ProcessingActivity proposeProcessingActivity(
      @NonNull @Name("input") ProcessingActivityInput input) {
    return neighbours.ask(() -> consent.propose(input));
  }

  @Mutation("approveProcessingActivity")
  @Description(
      "Approves a draft of somebody else; PIPIA_REQUIRED where PIPL 55 demands an assessment.")
  public @NonNull ProcessingActivity approveProcessingActivity(
      @NonNull @Name("code") String code,
      @Name("version") int version,
      @NonNull @Name("opinion") String opinion,
      @Nullable @Name("pipia") AssessmentInput pipia) {
    return neighbours.ask(
        () -> consent.approve(code, version, new ComplianceEndpoint.Review(opinion, pipia)));
  }

  @Mutation("rejectProcessingActivity")
  @Description("Rejects a draft for good.")
  public @NonNull ProcessingActivity rejectProcessingActivity(
      @NonNull @Name("code") String code,
      @Name("version") int version,
      @NonNull @Name("opinion") String opinion) {
    return neighbours.ask(
        () -> consent.reject(code, version, new ComplianceEndpoint.Review(opinion, null)));
  }
}
